"use strict";
// The review desk without waiting for pages: keys, passages, suggestions. Every action is a form
// or a link of the page and works without this.
(() => {
  const root = document.querySelector(".review");
  if (!root) return;
  const words = document.getElementById("review-words");
  const toolbar = document.getElementById("review-toolbar");
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
      hideToolbar();
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
    hideToolbar();
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

  root.addEventListener("input", (event) => {
    if (event.target.closest("[data-panel]")) written = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (written) event.preventDefault();
  });

  // ---- lines of who takes part ----

  function enhance() {
    for (const button of all("[data-add]")) button.hidden = false;
    const opener = one("#review-help-open");
    if (opener) opener.hidden = false;
    for (const input of all("[data-find]:not([role])")) suggest(input);
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

  // ---- suggestions while one types a name or the title of an event ----

  let lists = 0;

  function suggest(input) {
    const list = document.createElement("ul");
    list.id = `review-list-${(lists += 1)}`;
    list.className = "review-suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels[0]?.textContent || "");
    list.hidden = true;
    input.after(list);
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    let timer;

    const close = () => {
      list.hidden = true;
      list.replaceChildren();
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const take = (option) => {
      input.value = option.dataset.value;
      const kind = one("select[name$=-kind]", input.closest(".party") || document.createElement("i"));
      if (kind && option.dataset.kind) kind.value = option.dataset.kind;
      for (const radio of all("input[type=radio]", input.form)) radio.checked = false;
      written = true;
      close();
    };
    const draw = (rows) => {
      list.replaceChildren(...rows.map((row, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        option.dataset.value = row.value;
        option.dataset.kind = row.kind || "";
        option.textContent = row.text;
        const note = document.createElement("span");
        note.textContent = [row.note, row.kind_name].filter(Boolean).join(" · ");
        option.append(" ", note);
        return option;
      }));
      list.hidden = !rows.length;
      input.setAttribute("aria-expanded", String(Boolean(rows.length)));
    };
    const ask = async () => {
      const term = input.value.trim();
      if (!term) return close();
      const query = new URLSearchParams({ what: input.dataset.find, term });
      const answer = await fetch(`${root.dataset.lookup}?${query}`);
      if (!answer.ok || answer.redirected || term !== input.value.trim()) return undefined;
      return draw((await answer.json()).results);
    };
    const point = (by) => {
      const options = [...list.children];
      const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
      const next = options[(at + by + options.length) % options.length];
      for (const option of options) option.setAttribute("aria-selected", String(option === next));
      input.setAttribute("aria-activedescendant", next.id);
      next.scrollIntoView({ block: "nearest" });
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 200);
    });
    input.addEventListener("keydown", (event) => {
      const pointed = one("[aria-selected=true]", list);
      if (["ArrowDown", "ArrowUp"].includes(event.key) && !list.hidden) {
        point(event.key === "ArrowDown" ? 1 : pointed ? -1 : 0);
      } else if (event.key === "Enter" && pointed) take(pointed);
      else if (event.key === "Escape" && !list.hidden) close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    list.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // the field keeps the focus
      const option = event.target.closest("[role=option]");
      if (option) take(option);
    });
    input.addEventListener("blur", () => {
      clearTimeout(timer);
      close();
    });
  }

  // ---- choosing a passage, by mouse, touch or keys ----

  const points = (text) => [...text].length; // the server counts characters, not UTF-16 units

  function chosenPassage() {
    const selection = window.getSelection();
    if (!words || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const pieces = all("[data-start]", words).filter((piece) => range.intersectsNode(piece));
    if (!pieces.length) return null;
    const [first, last] = [pieces[0], pieces[pieces.length - 1]];
    const inside = (piece, node) => piece.contains(node) && node.nodeType === Node.TEXT_NODE;
    const text = (piece, upTo) => points(piece.textContent.slice(0, upTo));
    const start = Number(first.dataset.start)
      + (inside(first, range.startContainer) ? text(first, range.startOffset) : 0);
    const end = Number(last.dataset.start)
      + text(last, inside(last, range.endContainer) ? range.endOffset : undefined);
    return start < end ? { start, end, range } : null;
  }

  function hideToolbar() {
    toolbar.hidden = true;
  }

  function placeToolbar() {
    const chosen = one("#review-choose") && chosenPassage();
    if (!chosen) return hideToolbar();
    toolbar.hidden = false;
    const boxes = chosen.range.getClientRects();
    const box = boxes[boxes.length - 1] || chosen.range.getBoundingClientRect();
    const pane = one(".review-text").getBoundingClientRect();
    if (box.bottom < pane.top || box.top > pane.bottom) return hideToolbar();
    const under = Math.min(box.bottom + 6, pane.bottom - toolbar.offsetHeight - 6);
    const left = Math.min(box.left, window.innerWidth - toolbar.offsetWidth - 8);
    toolbar.style.top = `${Math.max(under, pane.top + 6)}px`;
    toolbar.style.left = `${Math.max(left, 8)}px`;
    return undefined;
  }

  // The toolbar stays at its passage and goes where that goes.
  document.addEventListener("scroll", () => {
    if (!toolbar.hidden) placeToolbar();
  }, { capture: true, passive: true });

  let pause;
  document.addEventListener("selectionchange", () => {
    if (toolbar.contains(document.activeElement)) return;
    clearTimeout(pause);
    pause = setTimeout(placeToolbar, 150);
  });

  toolbar.addEventListener("pointerdown", (event) => event.preventDefault());
  toolbar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-new]");
    const chosen = button && chosenPassage();
    if (!chosen) return;
    const { start, end } = chosen;
    const query = new URLSearchParams({ new: button.dataset.new, start, end });
    if (mayLeave()) load(`${window.location.pathname}?${query}`);
  });
  toolbar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    words.focus();
    hideToolbar();
  });

  // Sentences for those who choose with keys.
  function sentencesOf(paragraph) {
    const text = all("[data-start]", paragraph).map((piece) => piece.textContent).join("");
    if (!Intl.Segmenter) return [[0, text.length]];
    const segmenter = new Intl.Segmenter(words.lang || undefined, { granularity: "sentence" });
    return [...segmenter.segment(text)].map(({ index, segment }) => [index, index + segment.length]);
  }

  function placeIn(paragraph, offset) {
    for (const piece of all("[data-start]", paragraph)) {
      const length = piece.firstChild.length;
      if (offset <= length) return [piece.firstChild, offset];
      offset -= length;
    }
    return undefined;
  }

  const paragraphs = () => all("p", words);
  let at = null; // the sentence the keys stand on: paragraph and number

  function sentenceAfter(by) {
    const list = paragraphs();
    if (!at || !list.includes(at.paragraph)) {
      const top = one(".review-text").getBoundingClientRect().top;
      const shown = list.find((paragraph) => paragraph.getBoundingClientRect().bottom > top + 8);
      return { paragraph: shown || list[0], number: 0 };
    }
    const number = at.number + by;
    if (number >= 0 && number < sentencesOf(at.paragraph).length) {
      return { paragraph: at.paragraph, number };
    }
    const paragraph = list[list.indexOf(at.paragraph) + by];
    if (!paragraph) return at;
    return { paragraph, number: by > 0 ? 0 : sentencesOf(paragraph).length - 1 };
  }

  function selectSentence(by, extend) {
    const selection = window.getSelection();
    at = sentenceAfter(by);
    const [start, end] = sentencesOf(at.paragraph)[at.number].map((place) => placeIn(at.paragraph, place));
    if (extend && !selection.isCollapsed) selection.extend(...(by > 0 ? end : start));
    else selection.setBaseAndExtent(...start, ...end);
    start[0].parentElement.scrollIntoView({ block: "nearest", behavior: motion() });
  }

  words?.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const sideways = { ArrowRight: "forward", ArrowLeft: "backward" }[event.key];
    if (by) selectSentence(by, event.shiftKey);
    else if (sideways && event.shiftKey) window.getSelection().modify("extend", sideways, "character");
    else if (event.key === "Enter" && event.target === words && chosenPassage()) {
      placeToolbar();
      one("button", toolbar).focus();
    } else return;
    event.preventDefault();
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
    if (!toolbar.hidden) {
      window.getSelection().removeAllRanges();
      return hideToolbar();
    }
    const cancel = event.target.closest("[data-panel]") && one("[data-panel] [data-cancel]");
    if (cancel && mayLeave()) cancel.click();
    return undefined;
  }

  enhance();
  if (window.location.search || window.location.hash) land();
  else choose(currentCard(), { show: false });
})();
