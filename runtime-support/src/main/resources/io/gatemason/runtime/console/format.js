// How things are shown: elements, numbers, times.

/** An element; an attribute that begins with "on" is a listener. Text is always text, never HTML. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== false && value != null) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

/** Requests per second of a minute. */
export function rate(requests) {
  const perSecond = requests / 60;
  return perSecond === 0 ? "0" : perSecond < 10 ? perSecond.toFixed(2) : perSecond.toFixed(0);
}

export function count(number) {
  return number.toLocaleString("en");
}

export function share(part, whole) {
  if (!whole) {
    return "–";
  }
  const percent = (100 * part) / whole;
  return (percent === 0 || percent >= 10 ? percent.toFixed(0) : percent.toFixed(1)) + " %";
}

export function millis(time) {
  if (!time) {
    return "–";
  }
  if (time >= 1000) {
    return (time / 1000).toFixed(2) + " s";
  }
  return (time < 10 ? time.toFixed(1) : time.toFixed(0)) + " ms";
}

export function micros(time) {
  return time < 0 ? "–" : time < 100 ? "0.1 ms" : millis(time / 1000);
}

export function clock(epochMillis) {
  const time = new Date(epochMillis);
  const two = (number) => String(number).padStart(2, "0");
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}

export function bytes(number) {
  return number >= 1e9 ? (number / 1e9).toFixed(1) + " GB" : (number / 1e6).toFixed(0) + " MB";
}

export function status(code) {
  const kind = code >= 500 || code === 0 ? "server" : code >= 400 ? "client" : "";
  return el("span", {class: "status " + kind}, code === 0 ? "none" : String(code));
}

/** A line of numbers as wide as its place. */
export function spark(numbers) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 100 24");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("class", "spark");
  svg.setAttribute("aria-hidden", "true");
  const most = Math.max(1, ...numbers);
  const points = numbers.map(
    (number, i) => `${((100 * i) / Math.max(1, numbers.length - 1)).toFixed(1)} ${(22 - (20 * number) / most).toFixed(1)}`,
  );
  const path = (name, text) => {
    const drawn = document.createElementNS("http://www.w3.org/2000/svg", "path");
    drawn.setAttribute("d", text);
    drawn.setAttribute("class", name);
    svg.append(drawn);
  };
  path("area", `M0 24 L${points.join(" L")} L100 24 Z`);
  path("line", `M${points.join(" L")}`);
  return svg;
}

/** The lines of an execution log. */
export function log(steps) {
  if (!steps.length) {
    return el("p", {class: "quiet"}, "No method was found, so nothing was logged.");
  }
  return el("ol", {class: "log"}, steps.map((step) => {
    const colon = step.text.indexOf(": ");
    const bad = /^(Execution failed|Unauthorized|Gateway response type|Method completed with status: 5)/.test(step.text);
    const what = colon > 0 && colon < 60
      ? [el("b", {}, step.text.slice(0, colon + 1)), step.text.slice(colon + 1)]
      : [step.text];
    return el("li", {},
      el("span", {class: "at"}, (step.micros / 1000).toFixed(1) + " ms"),
      el("span", {class: bad ? "what bad" : "what"}, what));
  }));
}
