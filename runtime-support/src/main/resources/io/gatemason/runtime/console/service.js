// What the page asks the service. The token lives in this variable and nowhere else.

let token = "";

/** Asks for the token again and again until the service takes it. */
async function login() {
  const dialog = document.getElementById("login");
  const field = document.getElementById("token");
  if (!dialog.open) {
    field.value = "";
    dialog.showModal();
  }
  await new Promise((done) => dialog.addEventListener("close", done, {once: true}));
  token = field.value;
  field.value = "";
}

async function call(path, options = {}) {
  const headers = {...options.headers};
  if (token) {
    headers.Authorization = "Bearer " + token;
  }
  const answer = await fetch(path, {...options, headers, cache: "no-store", credentials: "omit"});
  if (answer.status === 401) {
    await login();
    return call(path, options);
  }
  return answer;
}

async function json(answer) {
  const value = await answer.json();
  if (!answer.ok) {
    throw new Error(value.message || `the service answers ${answer.status}`);
  }
  return value;
}

export async function get(path) {
  return json(await call(path));
}

/** Changes something, or sends a request; other pages cannot set this header. */
export async function post(path, value) {
  const options = {method: "POST", headers: {"X-Requested-By": "console"}};
  if (value !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(value);
  }
  return json(await call(path, options));
}

/** What is known of the service: its APIs, the figures of its methods, its last requests. */
export const state = {port: 0, apis: [], figures: new Map(), requests: [], began: 0};

const MOST_REQUESTS = 500;

export function key(api, stage, method, resource) {
  return [api, stage, method, resource].join("\n");
}

export async function loadApis() {
  const known = await get("apis");
  state.port = known.port;
  state.apis = known.apis;
}

/** Gets what has happened since the last time. A service that was replaced begins anew. */
export async function loadTraffic() {
  const last = state.requests.length ? state.requests[0].number : 0;
  let traffic = await get("traffic?after=" + last);
  if (traffic.began !== state.began) {
    state.began = traffic.began;
    state.requests = [];
    await loadApis();
    if (last > 0) {
      traffic = await get("traffic?after=0");
    }
  }
  state.figures = new Map(
    traffic.figures.map((each) => [key(each.api, each.stage, each.method, each.resource), each]));
  state.requests = [...traffic.requests.reverse(), ...state.requests].slice(0, MOST_REQUESTS);
}
