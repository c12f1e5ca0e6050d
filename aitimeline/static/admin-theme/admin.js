"use strict";
// Small conveniences; every page works without them.
document.addEventListener("DOMContentLoaded", () => {
  for (const all of document.querySelectorAll("[data-check-all]")) {
    const boxes = document.querySelectorAll(`${all.dataset.checkAll} input[type=checkbox]`);
    all.addEventListener("change", () => boxes.forEach((box) => { box.checked = all.checked; }));
  }
  // A choice in a list filter takes effect at once; empty fields stay out of the address.
  for (const form of document.querySelectorAll("form.form-filter")) {
    form.addEventListener("submit", () => {
      for (const field of form.elements) if (!field.value) field.disabled = true;
    });
    for (const select of form.querySelectorAll("select:not(.admin-autocomplete)")) {
      select.addEventListener("change", () => form.requestSubmit());
    }
  }
  const $ = window.django && window.django.jQuery;
  if ($) {
    $("form.form-filter .admin-autocomplete").on("select2:select select2:clear", (event) => {
      event.target.form.requestSubmit();
    });
  }
});
