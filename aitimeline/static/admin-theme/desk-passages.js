"use strict";
// Choosing a passage of the text by mouse, touch or keys, and what can be made of it. Without this
// the passage is copied into a form below the cards.
(() => {
  const root = document.querySelector(".review");
  const words = document.getElementById("review-words");
  const toolbar = document.getElementById("review-toolbar");
  if (!root || !words) return;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const motion = () => (still.matches ? "instant" : "smooth");

  const points = (text) => [...text].length; // the server counts characters, not UTF-16 units

  function chosenPassage() {
    const selection = window.getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
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
    for (const link of all("a", toolbar)) {
      link.search = new URLSearchParams({ new: link.dataset.new, start: chosen.start, end: chosen.end });
    }
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
    if (event.target.closest("a")) hideToolbar();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || toolbar.hidden) return;
    event.preventDefault();
    window.getSelection().removeAllRanges();
    if (toolbar.contains(event.target)) words.focus();
    hideToolbar();
  });
  // Who goes on with a card has left the passage.
  root.addEventListener("focusin", (event) => {
    if (event.target.closest("#review-work")) hideToolbar();
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

  words.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const sideways = { ArrowRight: "forward", ArrowLeft: "backward" }[event.key];
    if (by) selectSentence(by, event.shiftKey);
    else if (sideways && event.shiftKey) window.getSelection().modify("extend", sideways, "character");
    else if (event.key === "Enter" && event.target === words && chosenPassage()) {
      placeToolbar();
      one("a", toolbar).focus();
    } else return;
    event.preventDefault();
  });
})();
