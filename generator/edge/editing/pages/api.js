// Requests to the preview that served this page. The token comes in the address's fragment, which no request and no Referer carries, and is
// then kept for this tab alone; another tab of the same preview may ask for it.
const KEY = "dateline-token";
const channel = new BroadcastChannel(KEY);
let token = sessionStorage.getItem(KEY) || "";

const given = /^#edit=([\w-]+)$/.exec(location.hash);
if (given) {
  token = given[1];
  sessionStorage.setItem(KEY, token);
  history.replaceState(history.state, "", location.pathname + location.search);
}
channel.onmessage = ({ data }) => {
  if (data === "ask" && token) channel.postMessage({ token });
};

/** Resolve when there is a token, or when no other tab has one. */
export async function hasToken() {
  if (token) return true;
  await new Promise((done) => {
    const timer = setTimeout(done, 250);
    channel.addEventListener("message", ({ data }) => {
      if (!data.token || token) return;
      token = data.token;
      sessionStorage.setItem(KEY, token);
      clearTimeout(timer);
      done();
    });
    channel.postMessage("ask");
  });
  return Boolean(token);
}

/** Ask a route; *body* makes it a POST. Returns {ok, code, ...the answer}. */
export async function ask(route, body) {
  const options = { headers: { "X-Dateline-Token": token }, cache: "no-store", referrerPolicy: "no-referrer" };
  if (body !== undefined) {
    options.method = "POST";
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  try {
    const answer = await fetch(`/-/edit/api/${route}`, options);
    const values = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : {};
    if (answer.status === 401) values.problem = "This address is no longer good. Open the one that the terminal shows.";
    if (!answer.ok && !values.problem) values.problem = `The preview answered ${answer.status}.`;
    return { ...values, ok: answer.ok, code: answer.status };
  } catch {
    return { ok: false, code: 0, problem: "The preview does not answer. Is it still running? Nothing has been saved." };
  }
}
