/* Moves the picture by wheel, pinch, drag and keyboard. The server draws every window anew; in
   between, the last drawing is stretched: all its places are in percent, so two attributes do it. */
"use strict";
(() => {
  const DAY = 864e5, LEAST = 3, MOST = 73414, PAUSE = 180; // days; milliseconds
  const KEYS = { ArrowLeft: [-0.2, 1], ArrowRight: [0.2, 1], "+": [0, 0.5], "=": [0, 0.5], "-": [0, 2], _: [0, 2] };
  const fingers = new Map(), said = document.createElement("p");
  let figure, view, drawn, now, timer, dragged, focused, scrolled = 0, search = location.search;

  const days = (text) => Date.parse(text) / DAY;
  const day = (number) => new Date(Math.round(number) * DAY).toISOString().slice(0, 10);
  const share = (x) => (x - view.getBoundingClientRect().left) / view.clientWidth;

  function start() {
    figure = document.getElementById("picture");
    if (!figure) return;
    view = document.getElementById("picture-view");
    if (!view) return;
    drawn = now = { first: days(figure.dataset.first), end: days(figure.dataset.last) + 1 };
    dragged = false;
    document.dispatchEvent(new Event("picture-drawn"));
    if (focused) view.focus({ preventScroll: true });
    fit();
  }

  /* Heard around the figure, which comes and goes. */
  function listen(around) {
    const within = (act) => (event) => { if (view?.contains(event.target)) act(event); };
    around.addEventListener("wheel", within(wheel), { passive: false });
    around.addEventListener("pointerdown", within(press));
    around.addEventListener("pointermove", within(move));
    for (const type of ["pointerup", "pointercancel"]) around.addEventListener(type, within(release));
    around.addEventListener("dragstart", within((event) => event.preventDefault()));
    around.addEventListener("keydown", within(key));
    around.addEventListener("click", (event) => { if (figure.contains(event.target)) follow(event); });
    document.addEventListener("htmx:beforeSwap", () => { focused = view?.contains(document.activeElement); });
  }

  /* Ask for a drawing of the right width when the page has another than it was laid out for. */
  function fit() {
    const width = Number(figure.dataset.width);
    if (view && Math.abs(view.clientWidth - width) > width / 8) ask({}, false);
  }

  function show(first, length) {
    length = Math.min(Math.max(length, LEAST), MOST);
    first = Math.min(Math.max(first, days("1900-01-01")), days("2101-01-01") - length);
    now = { first, end: first + length };
    const plot = view.querySelector(".plot"), was = drawn.end - drawn.first;
    plot.setAttribute("x", `${(100 * (drawn.first - first)) / length}%`);
    plot.setAttribute("width", `${(100 * was) / length}%`);
    clearTimeout(timer);
    timer = setTimeout(settle, PAUSE);
  }

  function change(by, factor, middle = 0.5) {
    const length = now.end - now.first, wider = length * factor;
    show(now.first + by * length + (length - wider) * middle, wider);
  }

  function settle() {
    if (fingers.size) return;
    const first = Math.round(now.first), last = Math.max(first, Math.round(now.end) - 1);
    ask({ from: day(first), to: day(last) }, true);
  }

  /* Swap the figure; then, where the window changed, the address and the list. */
  async function ask(values, moved, push) {
    clearTimeout(timer); // of an earlier move
    const source = new URL(figure.dataset.source, location), page = new URL(location);
    for (const [name, value] of Object.entries(values))
      for (const address of [source, page])
        value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
    source.searchParams.set("width", view.clientWidth);
    if (moved) {
      history[push ? "pushState" : "replaceState"](null, "", page);
      search = page.search;
    }
    await htmx.ajax("GET", source.pathname + source.search, { source: figure.parentElement, target: "#picture", swap: "outerHTML settle:0ms" });
    if (!figure.isConnected) start();
    if (!moved) return;
    said.textContent = document.getElementById("picture-title")?.textContent ?? "";
    if (document.getElementById("results"))
      htmx.ajax("GET", page.pathname + page.search, { source: said, target: "#results", select: "#results", selectOOB: "#filters", swap: "outerHTML" });
  }

  function follow(event) {
    if (dragged) return event.preventDefault();
    const link = event.target.closest("a.zoom");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const href = link.getAttribute("href"), asked = new URLSearchParams(href.slice(1));
    const values = {};
    for (const name of ["from", "to", "lanes"]) values[name] = asked.get(name);
    ask(values, true, true);
  }

  /* A wheel that is scrolling the page goes on doing so; one that starts here zooms. */
  function wheel(event) {
    if (!event.ctrlKey && event.timeStamp - scrolled < 300) return;
    event.preventDefault();
    const step = event.deltaMode ? 16 : 1, sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.deltaY) || event.shiftKey) change((sideways * step) / view.clientWidth, 1);
    else change(0, Math.exp(event.deltaY * step * (event.ctrlKey ? 0.01 : 0.002)), share(event.clientX));
  }

  function press(event) {
    if (event.button) return;
    if (!fingers.size) dragged = false;
    fingers.set(event.pointerId, event.clientX);
  }

  function move(event) {
    const before = fingers.get(event.pointerId);
    if (before === undefined || (!dragged && fingers.size === 1 && Math.abs(event.clientX - before) < 5)) return;
    if (!dragged) view.setPointerCapture(event.pointerId);
    dragged = true;
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, x]) => x);
    fingers.set(event.pointerId, event.clientX);
    if (!others.length) return change((before - event.clientX) / view.clientWidth, 1);
    const apart = Math.max(Math.abs(event.clientX - others[0]), 10);
    change(0, Math.max(Math.abs(before - others[0]), 10) / apart, share(others[0]));
  }

  function release(event) {
    fingers.delete(event.pointerId);
    if (!dragged || fingers.size) return;
    clearTimeout(timer);
    timer = setTimeout(settle, PAUSE);
  }

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = event.key.startsWith("Arrow"), whole = document.getElementById("picture-whole");
    if (event.key === "Home" && whole) whole.click();
    else if (KEYS[event.key] && (!arrow || event.target === view)) change(...KEYS[event.key]);
    else return;
    event.preventDefault();
  }

  addEventListener("scroll", (event) => { scrolled = event.timeStamp; }, { passive: true });
  addEventListener("resize", () => { clearTimeout(timer); timer = setTimeout(fit, PAUSE); });
  addEventListener("popstate", () => { if (location.search !== search) location.reload(); });
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  document.body.append(said);
  start();
  if (figure) listen(figure.parentElement);
})();
