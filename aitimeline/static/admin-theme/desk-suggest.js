"use strict";
// Suggestions while one types the name of who takes part, or the title of an event. Without this
// the same field is filled in by hand and read by the form.
(() => {
  const root = document.querySelector(".review");
  if (!root) return;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
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
      input.dispatchEvent(new Event("change", { bubbles: true }));
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

  root.addEventListener("focusin", (event) => {
    if (event.target.matches("[data-find]:not([role])")) suggest(event.target);
  });
  if (document.activeElement.matches("[data-find]")) suggest(document.activeElement);
})();
