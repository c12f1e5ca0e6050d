"use strict";
// Dropping files onto the page, and progress without reloading. Both pages work without it.
document.addEventListener("DOMContentLoaded", () => {
  const zone = document.querySelector(".drop-zone");
  if (zone) takeDrops(zone);
  if (document.querySelector("#intake-progress[data-waiting]")) setTimeout(refresh, 1000);
});

function takeDrops(zone) {
  const input = zone.querySelector("input[type=file]");
  const chosen = zone.querySelector(".chosen");
  zone.querySelector(".drop-hint").hidden = false;
  const tell = () => {
    const names = Array.from(input.files, (file) => file.name);
    if (!names.length) { chosen.textContent = ""; return; }
    const text = names.length === 1 ? zone.dataset.chosenOne : zone.dataset.chosenMany.replace("%s", names.length);
    const more = names.length > 8 ? " …" : "";
    chosen.textContent = `${text} ${names.slice(0, 8).join(", ")}${more}`;
  };
  input.addEventListener("change", tell);
  for (const kind of ["dragenter", "dragover"]) {
    document.addEventListener(kind, (event) => { event.preventDefault(); zone.classList.add("over"); });
  }
  for (const kind of ["dragleave", "drop"]) {
    document.addEventListener(kind, (event) => { event.preventDefault(); zone.classList.remove("over"); });
  }
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    const all = new DataTransfer();
    for (const file of [...input.files, ...event.dataTransfer.files]) all.items.add(file);
    input.files = all.files;
    tell();
  });
}

async function refresh() {
  let waiting = true;
  try {
    const response = await fetch(location.href, { headers: { "X-Requested-With": "fetch" } });
    if (!response.ok || response.redirected) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("#intake-progress");
    if (!fresh) return;
    document.querySelector("#intake-progress").replaceWith(fresh);
    waiting = "waiting" in fresh.dataset;
  } catch {
    // the network is away for a moment: ask again
  }
  if (waiting) setTimeout(refresh, 1500);
}
