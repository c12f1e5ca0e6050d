/* What a mark of the picture says: a card beside the one under the pointer or the focus, and one
   stop in the tab order for all of them, with arrows from each to the next. */
"use strict";
(() => {
  let view, card, shown;
  const said = new WeakMap();

  function start() {
    view = document.getElementById("picture-view");
    if (!view) return;
    card = document.createElement("div");
    card.className = "picture-card";
    card.hidden = true;
    card.setAttribute("aria-hidden", "true");
    view.append(card);
    let first = true;
    for (const link of links(view)) {
      const title = link.querySelector("title");
      if (title) {
        said.set(link, { lines: title.textContent.split("\n"), lang: link.getAttribute("lang") });
        link.setAttribute("aria-label", title.textContent.replace("\n", ". "));
        title.remove(); // so that the browser does not show it too
      }
      link.setAttribute("tabindex", first ? "0" : "-1");
      first = false;
    }
    view.addEventListener("pointerover", (event) => tell(event.target.closest("a")));
    view.addEventListener("pointerleave", () => tell(null));
    view.addEventListener("focusin", (event) => tell(event.target.closest("a")));
    view.addEventListener("focusout", () => tell(null));
    view.addEventListener("keydown", key);
  }

  const links = (within) => [...within.querySelectorAll(".lane a, .axis a")];

  function tell(link) {
    const words = link && said.get(link);
    if (link && !words && card.contains(link)) return;
    shown = words ? link : null;
    card.hidden = !words;
    if (!words) return;
    card.replaceChildren(...words.lines.map((line, place) => {
      const part = document.createElement("p");
      part.textContent = line;
      if (!place && words.lang) part.lang = words.lang;
      return part;
    }));
    const box = (link.querySelector(".hit") || link).getBoundingClientRect(), all = view.getBoundingClientRect();
    const middle = Math.min(Math.max(box.left, all.left) + Math.min(box.width, all.width) / 2, all.right) - all.left;
    const left = Math.max(0, Math.min(middle - card.offsetWidth / 2, all.width - card.offsetWidth));
    const below = box.bottom - all.top + 8;
    card.style.left = `${left}px`;
    card.style.top = `${below + card.offsetHeight > all.height + 40 ? box.top - all.top - card.offsetHeight - 8 : below}px`;
  }

  /* Left and right to the neighbour in a lane, up and down to the nearest of the next lane. */
  function key(event) {
    const link = event.target.closest(".lane a, .axis a");
    if (event.key === "Escape") {
      if (shown) tell(null);
      else if (link) view.focus();
      return;
    }
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!link || !by) return;
    event.preventDefault();
    const lane = link.closest(".lane, .axis");
    const next = /Up|Down/.test(event.key) ? across(lane, by, left(link)) : along(lane, link, by);
    if (!next) return;
    link.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  }

  const left = (link) => (link.querySelector(".hit") || link).getBoundingClientRect().left;

  function along(lane, link, by) {
    const row = links(lane.parentNode).filter((one) => lane.contains(one)).sort((a, b) => left(a) - left(b));
    return row[row.indexOf(link) + by];
  }

  function across(lane, by, x) {
    const lanes = [...view.querySelectorAll(".lane, .axis")].filter((one) => one.querySelector("a"));
    const row = lanes[lanes.indexOf(lane) + by];
    const near = (link) => Math.abs(left(link) - x);
    return row && [...row.querySelectorAll("a")].sort((a, b) => near(a) - near(b))[0];
  }

  document.addEventListener("picture-drawn", start);
})();
