"use strict";
// The review desk without waiting for pages: cards, their passages, and keys. Every action is a
// form or a link of the page and works without this.
(() => {
  const root = document.querySelector(".review");
  if (!root) return;
  const words = document.getElementById("review-words");
  const help = document.getElementById("review-help");
  const said = document.getElementById("review-said");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const FIELD = "input:not([type=checkbox], [type=radio], [type=hidden]), textarea, select";
  let busy = false;
  let written = false; // something stands in the open form that nobody has sent

  // ---- cards and their passages ----

  const beside = () => window.matchMedia("(min-width: 1024px)").matches;
  const motion = () => (still.matches ? "instant" : "smooth");
  const cardOf = (id) => document.getElementById(`card-${id}`);
  const currentCard = () => one(".review-card.current");

  function choose(card, { focus = false, show = true } = {}) {
    if (!card) return;
    for (const other of all(".review-card.current")) other.classList.remove("current");
    for (const mark of all(".active", root)) mark.classList.remove("active");
    card.classList.add("current");
    const id = card.dataset.proposal;
    for (const mark of all(`[data-proposals~="${id}"], .number[data-proposal="${id}"]`, root)) {
      mark.classList.add("active");
    }
    if (focus) {
      card.focus({ preventScroll: true });
      bring(card);
    }
    if (show) showPassage(id);
  }

  // A card that fits is shown whole, a taller one from its top.
  function bring(card) {
    const room = beside() ? one(".review-work").clientHeight : 0;
    const block = card.offsetHeight < room ? "nearest" : "start";
    card.scrollIntoView({ block, behavior: motion() });
  }

  function showPassage(id) {
    const start = document.getElementById(`passage-${id}`);
    const pane = one(".review-text");
    if (!start) return;
    const offset = start.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    if (offset > 40 && offset < pane.clientHeight * 0.7) return;
    pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 4, behavior: motion() });
  }

  function step(by) {
    const open = all(".review-card.open");
    const cards = open.length ? open : all(".review-card[data-proposal]");
    if (!cards.length) return;
    const here = currentCard();
    const at = cards.indexOf(here);
    const after = at < 0 && here
      ? cards.findIndex((card) => here.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING)
      : -1;
    const next = at >= 0 ? at + by : by > 0 ? after : (after < 0 ? cards.length : after) - 1;
    choose(cards[(next + cards.length) % cards.length], { focus: true });
  }

  root.addEventListener("focusin", (event) => {
    const card = event.target.closest(".review-card[data-proposal]");
    if (card && !card.classList.contains("current")) choose(card);
  });

  // ---- sending forms and swapping what they change ----

  async function load(address, options = {}) {
    if (busy) return;
    busy = true;
    root.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { ...options, headers: { "X-Desk": "1" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !page.getElementById("review-work")) throw new Error(answer.status);
      if (answer.redirected || !options.method) history.replaceState(null, "", answer.url);
      written = false;
      swap(page);
    } catch {
      said.textContent = root.dataset.failed;
      written = false;
      window.location.reload();
    } finally {
      busy = false;
      root.removeAttribute("aria-busy");
    }
  }

  function swap(page) {
    for (const id of ["review-bar", "review-work"]) {
      const old = document.getElementById(id);
      const fresh = page.getElementById(id);
      old.dataset.current = fresh.dataset.current || "";
      old.replaceChildren(...fresh.childNodes);
    }
    enhance();
    tellStates();
    land();
    said.textContent = all("#review-messages li").map((line) => line.textContent).join(" ");
    setTimeout(fade, 8000, all("#review-messages .success"));
  }

  // What went well is on the card and in the list below; what did not stays in sight.
  function fade(lines) {
    for (const line of lines) line.remove();
    if (!one("#review-messages li")) one("#review-messages")?.remove();
  }

  // The numbers in the text say what became of their proposals.
  function tellStates() {
    for (const card of all(".review-card[data-proposal]")) {
      const number = one(".number", card);
      const mark = document.getElementById(`passage-${card.dataset.proposal}`);
      if (mark) mark.className = number.className;
    }
  }

  // Where to go on: what went wrong, the open form, or the next card.
  function land() {
    const panel = one("[data-panel]");
    const wrong = panel && one(".errorlist", panel);
    const current = cardOf(one("#review-work").dataset.current);
    if (current) choose(current, { focus: !panel });
    if (wrong) {
      const field = one(FIELD, wrong.closest(".field") || panel);
      (field || panel).focus();
      wrong.scrollIntoView({ block: "center", behavior: motion() });
    } else if (panel) {
      one(FIELD, one(".review-fields, .which", panel) || panel)?.focus();
      bring(panel.closest(".review-card"));
    } else if (one("#review-stuck")) {
      one("#review-stuck").focus();
    } else if (!current) {
      one("#review-work").focus();
    }
  }

  const mayLeave = () => !written || window.confirm(root.dataset.discard);

  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-send]")) return;
    event.preventDefault();
    if (!form.matches("[data-panel]") && !mayLeave()) return;
    load(form.action, { method: "POST", body: new FormData(form, event.submitter) });
  });

  root.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    if (link?.matches("[data-open]")) {
      event.preventDefault();
      if (link.matches("[data-cancel]")) written = false;
      if (mayLeave()) load(link.href.split("#")[0]);
    } else if (link?.matches(".number")) {
      event.preventDefault();
      follow(link);
    } else if (!event.target.closest("a, button, input, select, textarea, label, summary")) {
      clicked(event.target);
    }
  });

  // A number in the text leads to its card, the number of a card to its passage.
  function follow(link) {
    const card = cardOf(link.dataset.proposal || link.dataset.show);
    const passage = link.dataset.show && document.getElementById(`passage-${link.dataset.show}`);
    choose(card, { focus: !passage });
    passage?.focus({ preventScroll: beside() });
  }

  function clicked(target) {
    const card = target.closest(".review-card[data-proposal]");
    if (card) return choose(card);
    const passage = target.closest("[data-proposals]");
    if (!passage || !window.getSelection().isCollapsed) return undefined;
    // A second click on a place with several passages goes to the next of them.
    const ids = passage.dataset.proposals.split(" ");
    const at = ids.indexOf(currentCard()?.dataset.proposal);
    return choose(cardOf(ids[(at + 1) % ids.length]), { focus: true, show: false });
  }

  for (const kind of ["input", "change"]) {
    root.addEventListener(kind, (event) => {
      if (event.target.closest("[data-panel]")) written = true;
    });
  }
  window.addEventListener("beforeunload", (event) => {
    if (written) event.preventDefault();
  });

  // ---- lines of who takes part ----

  function enhance() {
    for (const button of all("[data-add]")) button.hidden = false;
    const opener = one("#review-help-open");
    if (opener) opener.hidden = false;
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add]");
    if (!button) return;
    const rows = button.closest("[data-rows]");
    const total = one("input[name$=TOTAL_FORMS]", rows);
    const line = one("template", rows).innerHTML.replaceAll("__prefix__", total.value);
    button.insertAdjacentHTML("beforebegin", line);
    total.value = Number(total.value) + 1;
    enhance();
    one("[data-find]", button.previousElementSibling).focus();
  });

  // ---- keys ----

  const KEYS_OFF = "review-keys-off";
  const keysOn = one("#review-keys-on");
  keysOn.checked = localStorage.getItem(KEYS_OFF) !== "1";
  keysOn.addEventListener("change", () => localStorage.setItem(KEYS_OFF, keysOn.checked ? "0" : "1"));

  root.addEventListener("click", (event) => {
    if (event.target.closest("#review-help-open")) help.showModal();
  });

  function press(key) {
    const ways = { n: 1, j: 1, p: -1, k: -1 };
    if (key in ways) return step(ways[key]);
    if (key === "?") return help.showModal();
    if (key === "t") return words?.focus();
    const where = "aemr".includes(key) ? currentCard() : one("#review-bar");
    const button = where && one(`[data-key="${key}"]`, where);
    return button ? button.click() : undefined;
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || help.open) return;
    if (event.key === "Escape") return escape(event);
    const typing = event.target.closest(FIELD) || event.target.isContentEditable;
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (typing || modified || event.repeat || !keysOn.checked || busy) return undefined;
    if (!"njpkaemrudt?".includes(event.key)) return undefined;
    event.preventDefault();
    return press(event.key);
  });

  function escape(event) {
    const cancel = event.target.closest("[data-panel]") && one("[data-panel] [data-cancel]");
    if (cancel && mayLeave()) cancel.click();
    return undefined;
  }

  enhance();
  if (window.location.search || window.location.hash) land();
  else choose(currentCard(), { show: false });
})();
