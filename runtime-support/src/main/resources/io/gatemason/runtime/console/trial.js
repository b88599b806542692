// One method: what the document says of it, its figures, and a form that sends a request to it.

import {el, log, micros, millis, rate, share, status} from "./format.js";
import {key, post, state} from "./service.js";
import {conversation} from "./socket.js";
import {methodsOf, stageName} from "./views.js";

const VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

export function method(apiId, stageId, verb, resource) {
  const api = state.apis.find((each) => each.id === apiId);
  const stage = api && api.stages.find((each) => each.name === stageId);
  const found = stage && methodsOf(api, stage).find((each) => each.method === verb && each.resource === resource);
  if (!found) {
    return {title: "Not found", element: el("p", {class: "empty"}, "This service has no such method any more. ", el("a", {href: "#/"}, "All methods")), update() {}};
  }
  const figures = el("dl", {class: "facts"});
  const outcome = el("div");

  function update() {
    const now = state.figures.get(key(apiId, stageId, verb, resource));
    const fact = (name, value) => el("div", {}, el("dt", {}, name), el("dd", {}, value));
    figures.replaceChildren(...(now
      ? [fact("Requests/s", rate(now.requests)), fact("Errors", share(now.clientErrors + now.serverErrors, now.requests)),
        fact("p50", millis(now.p50)), fact("p95", millis(now.p95)), fact("p99", millis(now.p99))]
      : [el("p", {class: "quiet"}, "No requests so far.")]));
  }

  update();
  return {
    title: `${verb} ${resource}`,
    element: el("div", {},
      el("div", {class: "tools"},
        el("h1", {}, el("span", {class: "verb"}, verb), el("span", {class: "path"}, resource)),
        el("span", {class: "quiet"}, api.title), el("span", {class: "tag"}, stageName(stage))),
      figures,
      el("div", {class: "split"},
        el("div", {}, documentation(found), verb === "MESSAGE" ? conversation(api, stage, outcome) : form(api, stage, found, outcome)),
        outcome)),
    update,
  };
}

function documentation(found) {
  const caller = found.caller === "AWS_IAM" ? "Signed requests" : found.caller ? `Authorizer ${found.caller}` : "Everybody";
  const parameters = (found.parameters || []).filter((each) => each.description);
  return el("section", {class: "panel"},
    el("header", {}, el("h2", {}, found.summary || found.name || "Documentation")),
    el("div", {class: "inside"},
      found.description && el("p", {class: "prose"}, found.description),
      el("dl", {class: "facts"},
        el("div", {}, el("dt", {}, "Who may call"), el("dd", {}, caller, found.apiKey ? ", with an API key" : "")),
        found.name && el("div", {}, el("dt", {}, "Operation"), el("dd", {}, found.name))),
      parameters.length > 0 && [el("h3", {}, "Parameters"), list(parameters.map((each) => [each.name, each.description]))],
      found.responses && [el("h3", {}, "Responses"), list(found.responses.map((each) => [each.status, each.description || ""]))]));
}

function list(entries) {
  return el("dl", {class: "defs"}, entries.map(([name, text]) => [el("dt", {}, name), el("dd", {}, text)]));
}

function form(api, stage, found, outcome) {
  const verb = el("select", {id: "verb", class: "mono"}, VERBS.map((each) => el("option", {}, each)));
  const inputs = (found.parameters || []).map((each, i) => ({
    ...each,
    field: el("input", {id: "parameter" + i, class: "mono", required: each.in === "path", autocomplete: "off"}),
  }));
  const query = el("input", {id: "query", class: "mono", placeholder: "name=value&name=value", autocomplete: "off"});
  const headers = el("textarea", {id: "headers", rows: 3, spellcheck: "false", placeholder: "Name: value"});
  const body = el("textarea", {id: "body", rows: 5, spellcheck: "false"});
  const send = el("button", {class: "primary", type: "submit"}, "Send");
  const takesBody = ["POST", "PUT", "PATCH", "ANY"].includes(found.method);
  if (found.bodies && found.bodies.length) {
    headers.value = `Content-Type: ${found.bodies[0]}`;
  }

  function target() {
    let path = found.resource === "$default" ? "/" : found.resource;
    const parts = [];
    for (const each of inputs) {
      const text = each.field.value;
      if (each.in === "path") {
        path = path.replace(`{${each.name}+}`, encodeURI(text)).replace(`{${each.name}}`, encodeURIComponent(text));
      } else if (each.in === "query" && text) {
        parts.push(encodeURIComponent(each.name) + "=" + encodeURIComponent(text));
      }
    }
    if (query.value) {
      parts.push(encodeURI(query.value.replace(/^\?/, "")));
    }
    return stage.prefix + path + (parts.length ? "?" + parts.join("&") : "");
  }

  function fields() {
    const typed = headers.value.split("\n").filter((line) => line.trim()).map((line) => {
      const colon = line.indexOf(":");
      return colon < 0 ? [line.trim(), ""] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    });
    return [...typed, ...inputs.filter((each) => each.in === "header" && each.field.value).map((each) => [each.name, each.field.value])];
  }

  async function submit(event) {
    event.preventDefault();
    send.disabled = true;
    try {
      const answer = await post("send", {
        api: api.id,
        method: found.method === "ANY" ? verb.value : found.method,
        target: target(),
        headers: fields(),
        body: takesBody ? body.value : "",
      });
      outcome.replaceChildren(...shown(answer));
      dispatchEvent(new Event("served"));
    } catch (problem) {
      outcome.replaceChildren(el("p", {class: "problem", role: "alert"}, problem.message));
    }
    send.disabled = false;
  }

  return el("section", {class: "panel"},
    el("header", {}, el("h2", {}, "Send a request")),
    el("form", {class: "inside", onsubmit: submit},
      found.method === "ANY" && [el("label", {for: "verb"}, "Verb"), verb],
      inputs.length > 0 && el("div", {class: "fields"}, inputs.map((each) => [
        el("label", {for: each.field.id}, each.name, (each.required || each.in === "path") && el("span", {class: "must", title: "required"}, " *")), each.field])),
      el("label", {for: "query"}, "Query"), query,
      el("label", {for: "headers"}, "Headers, one a line"), headers,
      takesBody && [el("label", {for: "body"}, "Body"), body],
      el("p", {class: "actions"}, send, el("span", {class: "quiet"}, "It passes all that guards the method, and counts as any other."))));
}

function shown(answer) {
  const names = answer.headers.map(([name, value]) => `${name}: ${value}`).join("\n");
  const note = answer.body === null ? `${answer.length} bytes that are no text` : answer.whole ? null : `the first part of ${answer.length} bytes`;
  const last = answer.steps[answer.steps.length - 1];
  return [
    el("section", {class: "panel"},
      el("header", {}, el("h2", {}, "Answer"), status(answer.status), last && el("span", {class: "quiet"}, micros(last.micros))),
      el("div", {class: "inside"},
        answer.failure && el("p", {class: "problem"}, answer.failure),
        el("pre", {class: "answer"}, names),
        note && el("p", {class: "quiet"}, note),
        answer.body && el("pre", {class: "answer"}, pretty(answer.body)))),
    el("section", {class: "panel"},
      el("header", {}, el("h2", {}, "Step by step")),
      el("div", {class: "inside"}, log(answer.steps))),
  ];
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
