// The slider beside the date field: it moves by days, with Page Up and Page Down by months.
"use strict";
(() => {
  const form = document.querySelector("form.as-of");
  if (!form) return;
  const [range, field] = [form.querySelector("[type=range]"), form.elements.as_of];
  const words = form.querySelector("output");
  const DAY = 86_400_000;
  const first = Date.parse(form.dataset.first);
  const last = Math.round((Date.parse(form.dataset.last) - first) / DAY);
  const language = document.documentElement.lang;
  const said = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  const place = (iso) => Math.round((Date.parse(iso) - first) / DAY);
  const dayAt = (value) => new Date(first + value * DAY);

  const tell = () => {
    words.textContent = said.format(dayAt(range.valueAsNumber));
    range.setAttribute("aria-valuetext", words.textContent);
  };
  const month = (by) => {
    const day = dayAt(range.valueAsNumber);
    day.setUTCMonth(day.getUTCMonth() + by);
    range.value = Math.round((day.getTime() - first) / DAY);
  };

  range.max = last;
  range.value = place(field.value);
  tell();
  let dragged = false;
  range.addEventListener("pointerdown", () => (dragged = true));
  range.addEventListener("input", () => {
    field.value = dayAt(range.valueAsNumber).toISOString().slice(0, 10);
    tell();
  });
  range.addEventListener("change", () => dragged && form.requestSubmit());
  range.addEventListener("keydown", (event) => {
    dragged = false;
    const by = { PageUp: 1, PageDown: -1 }[event.key];
    if (event.key === "Enter") form.requestSubmit();
    if (!by) return;
    event.preventDefault();
    month(by);
    range.dispatchEvent(new Event("input"));
  });
  field.addEventListener("input", () => {
    if (!field.value) return;
    range.value = place(field.value);
    tell();
  });
  // The last day is now: its address has no day.
  form.addEventListener("submit", () => {
    field.disabled = place(field.value) >= last;
    setTimeout(() => (field.disabled = false));
  });
})();
