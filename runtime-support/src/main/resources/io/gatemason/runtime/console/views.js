// The views of the whole service. Each gives its element, and what brings it up to date.

import {bytes, clock, count, el, log, micros, millis, rate, share, spark, status} from "./format.js";
import {get, key, post, state} from "./service.js";

const NOTHING = {
  total: 0, requests: 0, clientErrors: 0, serverErrors: 0, hits: 0, misses: 0, p50: 0, p95: 0, p99: 0,
  course: Array(12).fill(0),
};

export function stageName(stage) {
  return stage.name === "" ? "no stage" : stage.name;
}

export function address(api, stage, method) {
  return "#/method/" + [api.id, stage.name, method.method, method.resource].map(encodeURIComponent).join("/");
}

/** The methods of a stage: those of the document, and others that had requests. */
export function methodsOf(api, stage) {
  const known = new Set(api.methods.map((method) => method.method + " " + method.resource));
  const others = [...state.figures.values()].filter(
    (each) => each.api === api.id && each.stage === stage.name && each.method
      && !known.has(each.method + " " + each.resource));
  return [...api.methods, ...others.map((each) => ({method: each.method, resource: each.resource}))];
}

/** A word that tells whether rows have to be made anew. */
function shape() {
  return JSON.stringify(state.apis.map((api) => [api.id, api.stages.map((stage) => [stage.name, methodsOf(api, stage).length])]));
}

function errors(figures) {
  const all = figures.clientErrors + figures.serverErrors;
  const kind = figures.serverErrors ? "server-errors" : all ? "client-errors" : "";
  const title = `${figures.clientErrors} of clients, ${figures.serverErrors} of the server in the last minute`;
  return el("span", {class: kind, title}, share(all, figures.requests));
}

function hits(figures) {
  return share(figures.hits, figures.hits + figures.misses);
}

// Methods

export function methods() {
  const cards = el("dl", {class: "cards"});
  const filter = el("input", {type: "search", placeholder: "Filter methods  ( / )", "aria-label": "Filter methods", id: "filter"});
  const sections = el("div");
  const rows = [];
  let made = "";

  function make() {
    made = shape();
    rows.length = 0;
    sections.replaceChildren(...state.apis.flatMap((api) => api.stages.map((stage) => section(api, stage))));
    choose();
  }

  function section(api, stage) {
    const body = el("tbody");
    for (const method of methodsOf(api, stage)) {
      const cells = ["Requests/s", "Errors", "p50", "p95", "p99", "Cache hits", ""].map(
        (name) => el("td", name ? {"data-name": name} : {class: "drawn"}));
      const row = el("tr", {},
        el("td", {}, el("a", {class: "method", href: address(api, stage, method)},
          el("span", {class: "verb"}, method.method),
          el("span", {class: "path"}, method.resource),
          method.summary && el("span", {class: "summary"}, method.summary))), cells);
      const text = `${api.id} ${api.title} ${stage.name} ${method.method} ${method.resource} ${method.name || ""} ${method.summary || ""}`;
      rows.push({row, cells, body, text: text.toLowerCase(), key: key(api.id, stage.name, method.method, method.resource)});
      body.append(row);
    }
    return el("section", {class: "panel"},
      el("header", {},
        el("h2", {}, api.title, api.version ? " " + api.version : ""),
        el("span", {class: "tag"}, stageName(stage)),
        el("span", {class: "quiet"}, `${api.kind} API`, api.title === api.id ? "" : " " + api.id),
        stage.canaryPercent != null && el("span", {class: "tag"}, `canary ${stage.canaryPercent} %`),
        api.description && el("p", {}, api.description)),
      el("table", {},
        el("thead", {}, el("tr", {}, ["Method", "Requests/s", "Errors", "p50", "p95", "p99", "Cache hits", "Last minute"]
          .map((name) => el("th", {scope: "col"}, name)))),
        body));
  }

  function choose() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const each of rows) {
      each.row.hidden = !words.every((word) => each.text.includes(word));
    }
    for (const panel of sections.children) {
      panel.hidden = words.length > 0 && ![...panel.querySelectorAll("tbody tr")].some((row) => !row.hidden);
    }
  }

  function update() {
    if (made !== shape()) {
      make();
    }
    for (const each of rows) {
      const figures = state.figures.get(each.key) || NOTHING;
      each.row.className = figures.requests ? "" : "idle";
      [rate(figures.requests), errors(figures), millis(figures.p50), millis(figures.p95), millis(figures.p99), hits(figures), spark(figures.course)]
        .forEach((content, i) => each.cells[i].replaceChildren(content));
    }
    summary(cards);
  }

  filter.addEventListener("input", choose);
  update();
  return {
    title: "Methods",
    element: el("div", {}, cards, el("div", {class: "tools"}, el("h1", {}, "Methods"), filter), sections),
    update,
  };
}

function summary(cards) {
  const all = {...NOTHING, course: Array(12).fill(0)};
  let slowest = 0;
  for (const each of state.figures.values()) {
    for (const name of ["total", "requests", "clientErrors", "serverErrors", "hits", "misses"]) {
      all[name] += each[name];
    }
    slowest = Math.max(slowest, each.p95);
    all.course = all.course.map((number, i) => number + each.course[i]);
  }
  const card = (name, value, note, drawn) => el("div", {class: "card"}, el("dt", {}, name), el("dd", {}, value, note && el("small", {}, " " + note)), drawn);
  cards.replaceChildren(
    card("Requests per second", rate(all.requests), `${count(all.total)} in all`, el("dd", {}, spark(all.course))),
    card("Errors", errors(all), `${count(all.serverErrors)} of the server`),
    card("Slowest method, p95", millis(slowest)),
    card("Cache hits", hits(all), all.hits + all.misses ? `of ${count(all.hits + all.misses)}` : "no cache asked"));
}

// Requests

export function requests() {
  const filter = el("input", {type: "search", placeholder: "Filter requests  ( / )", "aria-label": "Filter requests", id: "filter"});
  const failing = el("input", {type: "checkbox"});
  const held = el("input", {type: "checkbox"});
  const list = el("ol", {class: "requests"});
  const empty = el("p", {class: "empty"}, "No requests yet. Those that come are shown here as they end.");
  let newest = -1;
  let began = state.began;

  function line(request) {
    const note = [
      request.tried && "console",
      request.canary && "canary",
      request.cache === "hit" && "from the cache",
      request.error,
    ].filter(Boolean).join(", ");
    const button = el("button", {class: "request", type: "button", "aria-expanded": "false", onclick: () => toggle(item, button, request)},
      el("span", {class: "time"}, clock(request.time)),
      status(request.status),
      el("span", {class: "what"}, el("span", {class: "verb"}, request.verb), el("span", {class: "path"}, request.path)),
      el("span", {class: "note"}, note),
      el("span", {class: "took"}, micros(request.micros)));
    const item = el("li", {}, button);
    item.request = request;
    return item;
  }

  async function toggle(item, button, request) {
    if (item.lastChild !== button) {
      item.lastChild.remove();
      button.setAttribute("aria-expanded", "false");
      return;
    }
    button.setAttribute("aria-expanded", "true");
    const detail = el("div", {class: "detail"}, el("p", {class: "quiet"}, "loading"));
    item.append(detail);
    try {
      const whole = await get("request?number=" + request.number);
      detail.replaceChildren(facts(whole), log(whole.steps));
    } catch (problem) {
      detail.replaceChildren(el("p", {class: "problem"}, problem.message));
    }
  }

  function facts(request) {
    const fact = (name, value) => el("div", {}, el("dt", {}, name), el("dd", {}, value));
    return el("dl", {class: "facts"},
      fact("Id", el("code", {}, request.id)),
      fact("API", `${request.api} ${request.stage}`.trim()),
      request.resource && fact("Method", `${request.method} ${request.resource}`),
      fact("Took", micros(request.micros)),
      request.integrationMicros >= 0 && fact("of which integration", micros(request.integrationMicros)));
  }

  function choose() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of list.children) {
      const request = item.request;
      const text = `${request.verb} ${request.path} ${request.status} ${request.error} ${request.id} ${request.api} ${request.stage}`.toLowerCase();
      item.hidden = !words.every((word) => text.includes(word)) || (failing.checked && request.status < 400 && request.status !== 0);
    }
  }

  function update() {
    if (began !== state.began) {
      began = state.began;
      newest = -1;
      list.replaceChildren();
    }
    if (held.checked) {
      return;
    }
    const fresh = state.requests.filter((request) => request.number > newest);
    list.prepend(...fresh.map(line));
    while (list.children.length > state.requests.length) {
      list.lastChild.remove();
    }
    newest = state.requests.length ? state.requests[0].number : -1;
    empty.hidden = list.children.length > 0;
    if (fresh.length) {
      choose();
    }
  }

  filter.addEventListener("input", choose);
  failing.addEventListener("change", choose);
  update();
  return {
    title: "Requests",
    element: el("div", {},
      el("div", {class: "tools"}, el("h1", {}, "Requests"),
        el("label", {class: "inline"}, failing, "only failed"),
        el("label", {class: "inline"}, held, "hold still"), filter),
      el("section", {class: "panel"}, list, empty)),
    update,
  };
}

// Keys

export function keys() {
  const content = el("div");

  async function update() {
    try {
      const plans = (await get("plans")).plans;
      content.replaceChildren(...(plans.length ? plans.map(plan) : [el("section", {class: "panel"},
        el("p", {class: "empty"}, "This service has no usage plans."))]));
    } catch (problem) {
      content.replaceChildren(el("p", {class: "problem"}, problem.message));
    }
  }

  function plan(each) {
    const limit = each.quota < 0 ? "no quota" : `${count(each.quota)} requests per ${each.period.toLowerCase()} and key`;
    return el("section", {class: "panel"},
      el("header", {}, el("h2", {}, each.name || each.id), el("span", {class: "quiet"}, limit),
        each.stages.map((stage) => el("span", {class: "tag"}, stage))),
      each.keys.length
        ? el("table", {},
          el("thead", {}, el("tr", {}, ["Key", "Today", each.quota < 0 ? "This month" : "This " + each.period.toLowerCase(), "Left", "Used"]
            .map((name) => el("th", {scope: "col"}, name)))),
          el("tbody", {}, each.keys.map((row) => usage(each, row))))
        : el("p", {class: "empty"}, "No key belongs to this plan."),
      each.moreKeys > 0 && el("p", {class: "empty"}, `and ${count(each.moreKeys)} more keys`));
  }

  function usage(each, row) {
    return el("tr", {},
      el("td", {}, row.name || row.id, " ", row.name && row.name !== row.id && el("span", {class: "quiet"}, row.id),
        !row.enabled && [" ", el("span", {class: "tag"}, "disabled")]),
      el("td", {"data-name": "Today"}, count(row.today)),
      el("td", {"data-name": "Period"}, count(row.used)),
      el("td", {"data-name": "Left"}, row.remaining < 0 ? "–" : count(row.remaining)),
      el("td", {"data-name": "Used"}, each.quota < 0 ? "–" : [share(each.quota - row.remaining, each.quota),
        el("meter", {min: 0, max: Math.max(1, each.quota), high: each.quota * 0.9, value: each.quota - row.remaining})]));
  }

  update();
  return {title: "Keys", element: el("div", {}, el("div", {class: "tools"}, el("h1", {}, "Usage plans and keys")), content), update};
}

// Caches

export function caches() {
  const content = el("div");
  const said = el("p", {class: "quiet", role: "status"});

  function flush(path, api, stage, done) {
    return async (event) => {
      const button = event.target;
      button.disabled = true;
      try {
        await post(`../${path}?api=${encodeURIComponent(api.id)}&stage=${encodeURIComponent(stage.name)}`);
        said.textContent = done;
      } catch (problem) {
        said.textContent = problem.message;
      }
      button.disabled = false;
    };
  }

  const rows = [];
  let made = "";

  function make(shown) {
    rows.length = 0;
    const body = el("tbody");
    for (const [api, stage] of shown) {
      const cells = ["Hits", "Misses", "Share", "Size"].map((name) => el("td", {"data-name": name}));
      const guarded = api.methods.some((method) => method.caller && method.caller !== "AWS_IAM");
      const name = `${api.id}/${stage.name}`;
      body.append(el("tr", {}, el("td", {}, api.title, " ", el("span", {class: "tag"}, stageName(stage))), cells,
        el("td", {},
          stage.cache && el("button", {type: "button", onclick: flush("cache/flush", api, stage, `The cache of ${name} is empty.`)}, "Flush cache"), " ",
          guarded && el("button", {type: "button", onclick: flush("authorizers/flush", api, stage, `What authorizers said in ${name} is forgotten.`)}, "Forget callers"))));
      rows.push({api: api.id, stage: stage.name, cells});
    }
    content.replaceChildren(shown.length
      ? el("table", {}, el("thead", {}, el("tr", {}, ["Stage", "Hits", "Misses", "Share", "Size", ""].map((name) => el("th", {scope: "col"}, name)))), body)
      : el("p", {class: "empty"}, "No stage has a cache, and no authorizer keeps results."));
  }

  async function update() {
    const apis = (await get("apis")).apis;
    state.apis = apis;
    const shown = apis.flatMap((api) => api.stages
      .filter((stage) => stage.cache || api.methods.some((method) => method.caller && method.caller !== "AWS_IAM"))
      .map((stage) => [api, stage]));
    const names = JSON.stringify(shown.map(([api, stage]) => [api.id, stage.name]));
    if (made !== names) {
      made = names;
      make(shown);
    }
    shown.forEach(([, stage], i) => {
      const cache = stage.cache;
      const texts = cache ? [count(cache.hits), count(cache.misses), share(cache.hits, cache.hits + cache.misses), bytes(cache.bytes)] : ["–", "–", "–", "–"];
      texts.forEach((text, j) => { rows[i].cells[j].textContent = text; });
    });
  }

  update();
  return {title: "Caches", element: el("div", {}, el("div", {class: "tools"}, el("h1", {}, "Caches"), said), el("section", {class: "panel"}, content)), update};
}
