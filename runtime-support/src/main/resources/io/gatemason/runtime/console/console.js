// Shows the view that the address names and brings it up to date.

import {loadTraffic} from "./service.js";
import {method} from "./trial.js";
import {caches, keys, methods, requests} from "./views.js";

const PERIOD_MILLIS = 2000;
const VIEWS = {methods, requests, keys, caches};

const main = document.getElementById("view");
const told = document.getElementById("state");
let shown = null;
let timer = 0;
let running = false;
let again = false;

function tell(text, kind = "") {
  told.textContent = text;
  told.className = "state " + kind;
}

function show() {
  const parts = location.hash.replace(/^#\//, "").split("/").map(decodeURIComponent);
  const name = parts[0] === "" ? "methods" : parts[0];
  shown = name === "method" ? method(...parts.slice(1)) : (VIEWS[name] || methods)();
  main.replaceChildren(shown.element);
  document.title = shown.title + " – Gatemason";
  for (const tab of document.querySelectorAll("#tabs a")) {
    if (tab.dataset.view === (name === "method" ? "methods" : name)) {
      tab.setAttribute("aria-current", "page");
    } else {
      tab.removeAttribute("aria-current");
    }
  }
  window.scrollTo(0, 0);
}

/** Brings the view up to date, one round at a time; what is asked for meanwhile follows at once. */
async function tick() {
  clearTimeout(timer);
  if (running) {
    again = true;
    return;
  }
  if (document.hidden) {
    tell("paused", "paused");
    return;
  }
  running = true;
  again = false;
  try {
    await loadTraffic();
    await shown.update();
    tell("live");
  } catch {
    tell("not reachable", "lost");
  }
  running = false;
  timer = setTimeout(tick, again ? 0 : PERIOD_MILLIS);
}

function shortcut(event) {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  const filter = document.getElementById("filter");
  if (event.key === "/" && !typing && filter) {
    event.preventDefault();
    filter.focus();
  } else if (event.key === "Escape" && typing && event.target === filter) {
    filter.value = "";
    filter.dispatchEvent(new Event("input"));
    filter.blur();
  }
}

addEventListener("hashchange", () => {
  show();
  main.focus({preventScroll: true});
  tick();
});
addEventListener("served", tick);
addEventListener("keydown", shortcut);
document.addEventListener("visibilitychange", tick);

try {
  await loadTraffic();
  tell("live");
} catch {
  tell("not reachable", "lost");
}
show();
timer = setTimeout(tick, PERIOD_MILLIS);
