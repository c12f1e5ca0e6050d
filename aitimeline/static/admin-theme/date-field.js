"use strict";
// Shows how a date is read while it is typed. Saving reads it the same way, with or without this.
(() => {
  const PAUSE = 250; // milliseconds without a key before asking
  const address = document.currentScript.dataset.address;
  let timer;

  const SOURCE = "select[name$='source']";
  const rowOf = (element) => element.closest(".inline-related, form");

  const sourceBeside = (input) => {
    const select = rowOf(input).querySelector(SOURCE);
    return select ? select.value : "";
  };

  const show = (input, answer) => {
    const output = input.parentElement.querySelector("output");
    output.textContent = answer.error || answer.words || "";
    output.classList.toggle("unread", Boolean(answer.error));
  };

  const read = async (input) => {
    const phrase = input.value.trim();
    if (!phrase) return show(input, {});
    const query = new URLSearchParams({ phrase, source: sourceBeside(input) });
    const response = await fetch(`${address}?${query}`, { headers: { Accept: "application/json" } });
    if (!response.ok || response.redirected) return; // logged out meanwhile: saving will tell
    if (phrase === input.value.trim()) show(input, await response.json());
  };

  const isDate = (element) => element.matches && element.matches(".partial-date input");

  document.addEventListener("input", (event) => {
    if (!isDate(event.target)) return;
    clearTimeout(timer);
    timer = setTimeout(read, PAUSE, event.target);
  });
  document.addEventListener("change", (event) => {
    if (isDate(event.target)) read(event.target);
  });
  // Another source is another day to count from. Its menu tells so through jQuery only.
  window.django?.jQuery(document).on("change", SOURCE, ({ target }) => {
    for (const input of target.form.querySelectorAll(".partial-date input")) {
      if (input.value.trim() && sourceBeside(input) === target.value) read(input);
    }
  });
})();
