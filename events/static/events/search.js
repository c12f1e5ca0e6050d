// Suggestions while typing, for every form with data-suggest. Without this file the form searches.
// The input becomes an ARIA combobox; the options are links that the server wrote.
(() => {
  "use strict";
  const PAUSE = 120; // milliseconds after a key before asking

  function attach(form) {
    const input = form.querySelector("input[type=search]");
    const list = form.querySelector("[role=listbox]");
    const status = form.querySelector("[role=status]");
    let timer = 0, asking = null, active = -1, composing = false, shown = "";

    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox",
      "aria-expanded": "false", "aria-controls": list.id,
    })) input.setAttribute(name, value);

    const options = () => list.querySelectorAll("[role=option]");
    const isOpen = () => !list.hidden;

    function choose(index) {
      const all = options();
      all[active]?.setAttribute("aria-selected", "false");
      active = index < -1 ? all.length - 1 : index >= all.length ? -1 : index;
      if (active < 0) return input.removeAttribute("aria-activedescendant");
      all[active].setAttribute("aria-selected", "true");
      all[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", all[active].id);
    }

    function open() {
      list.hidden = options().length === 0;
      input.setAttribute("aria-expanded", String(isOpen()));
    }

    function close() {
      clearTimeout(timer);
      asking?.abort();
      choose(-1);
      list.hidden = true;
      status.textContent = "";
      input.setAttribute("aria-expanded", "false");
    }

    async function ask() {
      const text = input.value.trim();
      asking?.abort();
      if (!text) return close();
      asking = new AbortController();
      const day = form.querySelector("[name=as_of]")?.value ?? "";
      const asked = new URLSearchParams(day ? { q: text, as_of: day } : { q: text });
      try {
        const answer = await fetch(`${form.dataset.suggest}?${asked}`,
          { signal: asking.signal, credentials: "same-origin" });
        if (answer.ok) show(await answer.text(), text);
      } catch {
        // Taken back by the next key, or no connection: the form still searches.
      }
    }

    function show(html, text) {
      if (document.activeElement !== input) return;
      choose(-1);
      list.innerHTML = html;
      shown = text;
      options().forEach((option, index) => { option.id = `${list.id}-${index}`; });
      status.textContent = list.firstElementChild?.dataset.words ?? "";
      open();
    }

    function soon() {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    }

    input.addEventListener("compositionstart", () => { composing = true; });
    input.addEventListener("compositionend", () => { composing = false; soon(); });
    input.addEventListener("input", (event) => { if (!composing && !event.isComposing) soon(); });

    input.addEventListener("keydown", (event) => {
      if (composing || event.isComposing || event.keyCode === 229) {
        // The key belongs to the input method; Safari would submit with the Enter that ends it.
        if (event.key === "Enter") event.preventDefault();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (isOpen()) choose(active + (event.key === "ArrowDown" ? 1 : -1));
        else if (input.value.trim() === shown) open();
        else ask();
      } else if (event.key === "Enter" && isOpen() && active >= 0) {
        event.preventDefault();
        options()[active].click();
      } else if (event.key === "Escape" && isOpen()) {
        event.preventDefault();
        close();
      } else if (event.key === "Tab") {
        close();
      }
    });

    // A press on an option must not take the focus away before it is a click.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
    form.addEventListener("submit", close);
  }

  document.querySelectorAll("form[data-suggest]").forEach(attach);
})();
