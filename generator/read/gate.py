"""Is this an article? The title and text of a page or a file → what it is instead: a wall, an error, a list; None where it may be one.

In: words, and for a page what its elements tell. Out: what it is, as a message names it. The rules err towards the article: a true one
that is refused costs more than a wall that is frozen, and long texts are never walls.
"""

from __future__ import annotations

import re

_WALL = 2_000
"""Characters; a text longer than this is no wall."""
TEASER = 700
"""Characters; what stands before a paywall is no longer."""
_NOTE = 300
"""Characters; a text shorter than this is believed to be what its title says."""


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in alternatives), re.IGNORECASE)


_TITLES = (
    (
        "an error page",
        _any(
            r"(?:error\s*)?(?:404|403|410|500|502|503)(?: (?:not found|error|forbidden|gone))?",
            r"(?:page|article|story|file|url|content) (?:was |is |could |can )?(?:not|no longer|cannot"
            r"|can't)\s?(?:be )?(?:found|available|exist)",
            r"(?:access|permission) denied|forbidden|service unavailable|bad gateway|internal server error|this site can[’']t be reached",
            r"(?:seite|artikel) (?:wurde )?nicht gefunden|p[aá]gina no encontrada|page (?:non trouvée|introuvable)"
            r"|pagina n[oi]n? (?:trovata|gevonden)",
        ),
    ),
    (
        "a check for robots",
        _any(
            r"just a moment|attention required|are you (?:a )?(?:robot|human)|robot check|security check|human verification|captcha"
            r"|checking your browser|pardon our interruption|verify(?:ing)? (?:that )?you are|bot (?:check|verification)|ddos.guard"
        ),
    ),
    (
        "a consent page",
        _any(
            r"before you continue|your (?:privacy )?choices(?: regarding)?|(?:cookie|privacy|consent) (?:settings"
            r"|preferences|notice|policy|choices|wall|banner)"
            r"|we (?:value|respect) your privacy|your (?:privacy|consent|cookies)|privacy (?:center|gate)|(?:we use "
            r"|about )?cookies(?: on .+)?"
            r"|(?:einwilligung|datenschutzeinstellungen|cookie-?einstellungen|zustimmung)|(?:politique"
            r"|gestion) des? cookies|aviso de cookies"
        ),
    ),
    (
        "a login page",
        _any(r"(?:sign|log) ?in(?: to .+| or .+| [-|–] .+)?|register|create (?:an |your )?account|subscribe(?: now| to .+)?|anmelden"),
    ),
    (
        "a page that leads on to another",
        _any(r"(?:redirecting|you are being redirected|weiterleitung|moved(?: permanently)?|object moved)\b.*"),
    ),
)
"""What titles say, with nothing before it and little behind."""
_WORDS = (
    (
        "a check for robots",
        _any(
            r"(?:verify|confirm|prove) (?:that )?you(?:[’']re| are) (?:a |not a |an )?(?:human|robot|bot)",
            r"unusual (?:traffic|activity) from your|complete the (?:captcha|security check)|solve (?:this|the) (?:captcha|puzzle)",
            r"checking (?:if the site connection is secure|your browser)|(?:press|click) (?:and|&) hold|security service to protect",
            r"needs to review the security of your connection|automated access to|cloudflare ray id|performance & security by cloudflare",
        ),
    ),
    (
        "a page that needs a script",
        _any(
            r"(?:please )?(?:enable|turn on|activate) (?:javascript|js\b|cookies)|(?:requires?|needs?|without) javascript",
            r"javascript (?:is|must|seems|has) (?:be )?(?:disabled|required|not|been)|you need to enable javascript"
            r"|browser does not support javascript"
            r"|bitte aktivieren sie javascript|active (?:el )?javascript|activez javascript",
        ),
    ),
    (
        "an error page",
        _any(
            r"(?:page|article|story|content|url|link) (?:that )?(?:you(?:[’']re| are| were)? )?(?:requested|looking for|tried|followed)?"
            r".{0,40}(?:could ?n[o’']t be found|cannot be found|can[’']t be found|was not found|does ?n[o’']t exist"
            r"|no longer (?:exists|available))",
            r"sorry,? we (?:can[’']?t|could ?n[o’']t|cannot) (?:find|seem to find)|http (?:error )?(?:404|403|410|50\d)",
            r"(?:page|article|site) (?:is|has been) (?:removed|deleted|moved)\b|(?:seite"
            r"|artikel).{0,30}(?:nicht gefunden|existiert nicht|nicht mehr verfügbar)",
        ),
    ),
    (
        "a page that leads on to another",
        _any(
            r"(?:you (?:are|will be) (?:being )?)?(?:automatically )?redirect(?:ed|ing)|click here if you are not"
            r"|if you are not redirected"
            r"|(?:page|document|article) has moved|sie werden weitergeleitet"
        ),
    ),
    (
        "a consent page",
        _any(
            r"(?:we|our partners|the site|media|and third parties) (?:and our (?:\d+ )?(?:partners|vendors) )?(?:use"
            r"|uses|store|place)\b.{0,80}cookies",
            r"(?:accept|reject|manage) (?:all|cookies|our use)|consent to (?:the use|our|us)|legitimate interest"
            r"|tracking cookies|similar technolog(?:y|ies)"
            r"|personali[sz]ed (?:ads|offers|advertising|content)|wir (?:und unsere partner )?(?:verwenden|nutzen|setzen).{0,40}cookies"
            r"|(?:utilizamos|usamos) cookies|nous utilisons des cookies|change your choice at any time",
        ),
    ),
)
"""What walls say in their text; a page of consent says several of these."""
_PAYWALL = _any(
    r"(?:subscribe|sign in|log ?in|register|sign up)(?: now| here| today| for free)? to (?:continue|keep|read|access|unlock|view|see)\b",
    r"(?:this|the|full|rest of (?:this|the)) (?:article|story|content)\b.{0,40} (?:is |are )?(?:only "
    r"|exclusively |reserved |available )?(?:for|to) (?:our )?"
    r"(?:paying |registered |premium )?(?:subscribers|members)",
    r"(?:already|not yet|become) an? (?:subscriber|member)|to (?:continue|keep) reading|(?:reached"
    r"|used) your (?:limit|free)|start your (?:free )?trial",
    r"(?:unlock|for full) access|(?:exclusive|only) (?:for|to) subscribers|subscriber[- ]only"
    r"|for subscribers only|subscribe for (?:just )?[$€£\d]",
    r"(?:jetzt|mit) .{0,30}(?:abo|plus)\b.{0,30}(?:lesen|weiterlesen|testen)|weiterlesen mit"
    r"|nur für abonnenten|(?:contenido|solo|sólo) (?:exclusivo )?para suscriptores"
    r"|réservé aux abonnés",
)
_ADDRESS = re.compile(r"(?:[-*•\d.)\s]*)https?://\S+")
_FEW = 3


def what_it_is(title: str | None, text: str) -> str | None:
    """Say what a text is, where it is no article: "a consent page", "the opening of an article behind a paywall", "a list of addresses".

    >>> what_it_is("Just a moment...", "Checking your browser before you can go on.")
    'a check for robots'
    >>> what_it_is("Quay closed", "The quay was closed on Tuesday, the harbour master said.")
    """
    lines = [line for line in text.splitlines() if line.strip()]
    links = [line for line in lines if _ADDRESS.match(line)]
    if len(links) >= 2 and len(links) >= 0.5 * len(lines) and sum(map(len, lines)) < 400 * len(links):
        return "a list of addresses"
    if len(text) > _WALL:
        return None
    heading = " ".join((title or "").split())
    for name, pattern in _TITLES:
        if _names(pattern, heading) and (len(text) <= _NOTE or _says(name, text)):
            return name
    for name, pattern in _WORDS:
        found = {match[0].lower() for match in pattern.finditer(text)}
        if found and (len(text) <= TEASER or len(found) >= _FEW) and (name != "a consent page" or len(found) >= 2):
            return name
    if len(text) <= TEASER and _PAYWALL.search(text):
        return "the opening of an article behind a paywall"
    return None


def _names(pattern: re.Pattern[str], title: str) -> bool:
    """Tell whether a title says this and nothing else but the name of its site."""
    start = match.end() if (match := _BEFORE.match(title)) else 0
    found = pattern.match(title, start)
    return bool(found and (found.end() == len(title) or _BEHIND.fullmatch(title, found.end())))


_BEFORE = re.compile(r"(?:sorry|oops|ooops|error|the|this|that)\b[,!:.…\s]*(?:(?:the|this|that)\s+)?", re.IGNORECASE)
_BEHIND = re.compile(r"\s*[-|–—:.…!?·»]+.{0,60}|\s+(?:on|at|to) .{1,40}")


def _says(name: str, text: str) -> bool:
    """Tell whether the text, too, says what the title does."""
    return any(pattern.search(text) for other, pattern in _WORDS if other == name)
