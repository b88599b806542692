// A conversation with a WebSocket API: the browser's own connection to the service, and what the service logs of it.

import {clock, el, log} from "./format.js";
import {get, loadTraffic, state} from "./service.js";

const MOST_LINES = 200;

let open = null;

export function conversation(api, stage, outcome) {
  if (open) {
    open.close();
    open = null;
  }
  const query = el("input", {id: "query", class: "mono", placeholder: "name=value&name=value", autocomplete: "off"});
  const message = el("textarea", {id: "message", rows: 5, spellcheck: "false"});
  const connect = el("button", {type: "button", onclick: toggle}, "Connect");
  const send = el("button", {class: "primary", type: "submit", disabled: true}, "Send");
  const lines = el("ol", {class: "log"});
  const steps = el("div", {class: "inside"}, el("p", {class: "quiet"}, "Nothing so far."));
  let before = 0;

  function say(what, text) {
    lines.append(el("li", {}, el("span", {class: "at"}, clock(Date.now())), el("span", {class: "what"}, el("b", {}, what + " "), text)));
    while (lines.children.length > MOST_LINES) {
      lines.firstChild.remove();
    }
    setTimeout(logs, 300);
  }

  function toggle() {
    if (open) {
      open.close();
      return;
    }
    before = state.requests.length ? state.requests[0].number : 0;
    const parameters = query.value ? "?" + encodeURI(query.value.replace(/^\?/, "")) : "";
    const socket = new WebSocket(`ws://${api.id.toLowerCase()}.execute-api.us-east-1.localhost:${state.port}${stage.prefix}${parameters}`);
    open = socket;
    socket.onopen = () => say("connected", "");
    socket.onmessage = (event) => say("received", typeof event.data === "string" ? event.data : `${event.data.size} bytes`);
    socket.onclose = (event) => {
      say("closed", `${event.code} ${event.reason}`);
      if (open === socket) {
        open = null;
      }
      show();
    };
    socket.addEventListener("open", show);
    outcome.replaceChildren(
      el("section", {class: "panel"}, el("header", {}, el("h2", {}, "Conversation")), el("div", {class: "inside"}, lines)),
      el("section", {class: "panel"}, el("header", {}, el("h2", {}, "Step by step")), steps));
    show();
  }

  function show() {
    send.disabled = !open || open.readyState !== WebSocket.OPEN;
    connect.replaceChildren(open ? "Disconnect" : "Connect");
  }

  function submit(event) {
    event.preventDefault();
    if (open && open.readyState === WebSocket.OPEN) {
      open.send(message.value);
      say("sent", message.value);
    }
  }

  /** The log of the newest event of this API. */
  async function logs() {
    try {
      await loadTraffic();
      const newest = state.requests.find((each) => each.number > before && each.api === api.id && each.stage === stage.name);
      if (newest) {
        const whole = await get("request?number=" + newest.number);
        steps.replaceChildren(el("p", {class: "mono"}, newest.resource), whole.steps.length ? log(whole.steps) : el("p", {class: "quiet"}, "Nothing was logged of it."));
      }
    } catch (problem) {
      steps.replaceChildren(el("p", {class: "problem", role: "alert"}, problem.message));
    }
  }

  return el("section", {class: "panel"},
    el("header", {}, el("h2", {}, "Talk to the API")),
    el("form", {class: "inside", onsubmit: submit},
      el("label", {for: "query"}, "Query of the connection"), query,
      el("label", {for: "message"}, "Message"), message,
      el("p", {class: "actions"}, connect, send, el("span", {class: "quiet"}, "A connection of this browser, on the machine of the service."))));
}
