// Where a preview lets others in: shows the token of the address once, so that this browser may read what is served.
import { ask, hasToken } from "./api.js";

const told = document.getElementById("told");
const found = await hasToken() ? await ask("enter", {}) : { ok: false, problem: "Open the address that you were given, whole." };
if (found.ok) location.replace("/");
else told.textContent = found.problem;
