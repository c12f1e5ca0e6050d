"use strict";
// Shows how a date is read while it is typed. Saving reads it the same way, with or without this.
(() => {
  const PAUSE = 250; // milliseconds without a key before asking
  const address = document.currentScript.dataset.address;
  let timer;

  const sourceBeside = (input) => {
    const row = input.closest(".inline-related, form");
    const select = row && row.querySelector("select[name$='source']");
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
    if (response.ok && phrase === input.value.trim()) show(input, await response.json());
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
})();
