// Requests to the preview that served this page. The token comes in the address's fragment, which no request and no Referer carries, and is
// then kept for this tab alone; another tab of the same preview may ask for it.
const KEY = "dateline-token";
const PENDING = "dateline-pending"; // the name of the save whose answer is still to come
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
    return { ok: false, code: 0, problem: "The preview does not answer. Is it still running?" };
  }
}

let isLeaving = false;
addEventListener("pagehide", () => { isLeaving = true; });
addEventListener("pageshow", () => { isLeaving = false; });

/** Save one act or several. The save has a name, by which its answer can be had again if it does not arrive. */
export async function save(body) {
  const act = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  sessionStorage.setItem(PENDING, act);
  const found = await ask("save", { ...body, act });
  if (found.code || isLeaving) {
    if (!isLeaving) sessionStorage.removeItem(PENDING);
    return found;
  }
  return await answerOf() || found;
}

/** What became of a save whose answer did not arrive, as the disk has it; null where every answer did. */
export async function answerOf() {
  const act = sessionStorage.getItem(PENDING);
  if (!act) return null;
  const found = await ask(`saved?act=${act}`);
  if (found.code) sessionStorage.removeItem(PENDING);
  else found.problem += " Whether the last act was saved is not known yet: look into the folder of edits, or come back when it runs.";
  return found;
}
