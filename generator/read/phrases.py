"""How pages mark what is not the story: captions, bylines, biographies, furniture. Patterns over one paragraph, English.

In: nothing; these are compiled patterns. Each is anchored, and errs towards the story: a paragraph that is lost loses its events.
"""

from __future__ import annotations

import re


def _any(*alternatives: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in alternatives), flags)


BULLET = re.compile(r"(?:\\\s?)?(?:[•●▪◦‣·*–-]|--|—)\s+(?=\S)|\d{1,2}[.)]\s+(?=\S)")
"""The mark before a list item, as pasted text has it ("•", "-", "*", "\\ *", "3.")."""

LONE_MARK = re.compile(r"\\?\s*+[*•●▪◦‣·\\|_=~#–—-]*+\s*")
"""A line of marks without a word."""

ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[\"”»]$")
"""A line that ends as a sentence does (or leads on to the next)."""

REST = _any(
    r"in other news",
    r"related (?:stories|articles|news|coverage|content|topics|links|internet links)",
    r"more (?:stories|news|on this story|from .{2,40})",
    r"most (?:read|popular|viewed|shared|watched)",
    r"you (?:may|might) (?:also )?like",
    r"recommended(?: for you| stories)?",
    r"read (?:next|more(?: stories)?)|what to read next",
    r"around the (?:bbc|web)|from (?:around )?the web|elsewhere on .{2,40}|also (?:on|in) .{2,40}",
    r"top stories|trending(?: now)?|editors?[’']? picks?|latest (?:news|stories|headlines)",
    r"sponsored(?: content| links)?|promoted stories",
    r"\d* ?comments|comments? \(\d+\)|view comments|leave a (?:comment|reply)|join the (?:conversation|discussion)",
)
"""A short line after which, in the second part of a text, only furniture follows (punctuation at its end left out)."""

FURNITURE = _any(
    # onwards
    r"read (?:more|also|next|the full (?:story|article))(?:$|\s*[:»>…])",
    r"(?:load|show) more\b|see (?:more|also)\s*(?:[:»>…]|$)|(?:continue|keep) reading\b.{0,40}$",
    r"view (?:all|gallery|comments|more)\b.{0,30}$",
    r"(?:related|more|recommended|tags|topics?|categor(?:y|ies))\s*:|filed under\b|posted in\b",
    r"click (?:here|on|to)\b|tap (?:here|to)\b|skip (?:to|past|advert)\b|visit (?:our|the) (?:website|site|homepage)\b",
    r"for (?:more|further|the latest) (?:information|news|updates|stories),? (?:visit|call|see|go to|click|contact|across|follow)\b",
    r"members of the public can call\b|advertis(?:e|ement)s?\b.{0,40}$",
    # sign up, share, follow
    r"you (?:received|are receiving|got) this (?:e-?mail|newsletter|message)\b|unsubscribe\b",
    r"(?:view|read|open) (?:this )?(?:e-?mail |newsletter )?in (?:your |a )?(?:web )?browser",
    r"sign up\b|subscribe\b|sign in\b|log ?in\b.{0,40}$|register (?:now|here|for)\b|our newsletter",
    r"get (?:our|the) (?:free )?\w+(?: \w+)? (?:newsletter|app|briefing)\b|get .{1,60} (?:delivered|straight) to your (?:inbox|in-box)",
    r"share (?:this|on|via|your (?:thoughts|views|story|stories))\b|e?-?mail (?:this|us)\b",
    r"follow (?:us|@|\w+(?: \w+)? on (?:twitter|facebook|instagram|x|threads|bluesky))\b|(?:like|find) us on\b",
    r"watch(?: now| live|:)|listen(?: now|:)|video:|play video|to play this (?:content|video)",
    r"this (?:video|media|content) (?:is|can ?not|could not)\b",
    # law and letters
    r"(?:©|\(c\)|copyright\b)|all rights reserved|this material may not be (?:published|reproduced)",
    r"terms (?:of|and) (?:use|conditions|service)\b|privacy policy\b",
    r"(?:we use |this site uses )?cookies? (?:are|to|on|policy|settings|help)\b",
    r"to contact the .{1,60}(?:desk|reporter|editor|writer|author)s?\b|contact us\b|letters for publication\b|send us\b|when sending us\b",
    r"(?:send|e-?mail|text) (?:us )?(?:your|a) (?:comments?|pictures?|photos?|videos?|tips?|stor(?:y|ies)|questions?)\b",
    r"(?:in some cases )?(?:a selection of )?your (?:comments|contact details)\b|we welcome comments\b|views expressed in the comments\b",
    r"this discussion is now closed|comments (?:are|have been) (?:closed|disabled|turned off)|all posts are\b|have your say\b",
    r"(?:the \w+|we) (?:may edit your|(?:is|are) not responsible for)\b|tell us (?:your|what you)\b|sorry, this\b",
    r"please (?:ensure you have read|get involved|enable|turn on|upgrade|note that comments|sign in)\b",
    r"if you (?:are writing a comment for publication|have a large file|are happy to be contacted|need help using)",
    r"if you would like to (?:comment|subscribe)",
    r"if you (?:are reading this (?:page|article|on)|have been affected by .{0,60} (?:contact|email|call|form))",
    r"(?:this|your) (?:browser|device) (?:does not|is not)|you need (?:to enable|flash|javascript)|javascript (?:is|must)\b",
    r"this (?:article|story) (?:has been|was) (?:updated|amended|corrected|originally published|first published)\b",
)
"""How a paragraph of furniture begins."""

FURNITURE_LINE = _any(
    r"share|tweet|print|e-?mail|save|comments?|facebook|twitter|x|instagram|whatsapp|linkedin|reddit|pinterest|copy link|link copied",
    r"loading(?:\.\.\.|…)?|close|menu|search|home|news|next|previous|back|more|top|back to top|end|continue reading(?:\.\.\.|…)?",
    r"image|photos?|gallery|video|audio|live|breaking|exclusive|advert|sponsored",
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled) by .{2,200}|-?\s?with (?:reporting by|files from) .{2,120}",
    r"\d+ (?:min(?:ute)?s?|hours?|days?|h|m) (?:read|ago)|\d+ (?:comments?|shares?)|https?://\S+|@\w+",
)
"""A whole paragraph of furniture: buttons, credits of the desk, addresses."""

CAPTION = _any(
    r"image (?:caption|source|credit|copyright)|media caption|caption\s*:|(?:picture|image|credit|photo(?:graph)?(?: credit)?)s?\s*:",
    r"(?:file )?(?:photo|picture|image) (?:by|courtesy)\b|file(?: ?(?:photo|picture))?\s?[-–—:]\s",
    r"(?:ap|afp|epa|reuters|getty)(?: images)?[ /](?:photo|file|pool|handout)\b|getty images\b",
    r"(?:above|below|left|right|top|pictured)\s*(?:,\s?\w+\s*)?:",
)
"""How a caption or a credit begins."""

NAMED = re.compile(r"(?:photo(?:graph)?|picture|image|credit|video)s?\s?:\s*(?!(?:a|an|the|this|in|file)\b)", re.IGNORECASE)
"""A credit, behind which only a name can stand."""

_AGENCY = r"(?:AP|AFP|EPA|Reuters|Getty|PA|TASS|Xinhua)(?: Photo| Images)?"
CREDIT = _any(
    rf"\((?:[^()]{{0,60}}[ /])?{_AGENCY}[ /][^()]{{0,60}}\)\.?$|(?:/|via ){_AGENCY}\)?\.?$",
    r"\((?:Photo|Image|Picture|Credit)s?\s?(?:by|:|credit)[^()]{2,80}\)\.?$",
    r"\b(?:file|handout|undated|combination) (?:photo|picture|photograph|image)\b[^.]{0,80}\.?$",
    flags=0,
)
"""How a caption with its credit ends."""

CREDIT_LINE = re.compile(
    rf"(?:Photograph|Picture|Image|Credit)s?\s?:\s*(?:[\w.’'-]+ ){{0,4}}?[\w.’'-]*"
    rf"(?:/?\b{_AGENCY}\b(?:/(?:{_AGENCY}|[A-Z][\w.]+))*)\s+(?=[A-Z\"“‘])"
)
"""A credit that was glued to the paragraph behind it ("Photograph: A. Photographer/AP The minister …")."""

PLACE = re.compile(r"[A-Z][A-Z.’'-]*(?:[ ,/]+[A-Z][\w.’'-]*){0,6}\s*\|\s*")
"""The place before a timestamp ("LONDON | Fri Aug 12, 2011 3:55 pm BST")."""

DATELINE = re.compile(r"[A-Z][A-Z.’'-]*(?:[ ,/]+[A-Z][\w.’'-]*){0,6}\s*(?:\([A-Z][^()]{1,30}\)\s*(?:[-–—]+\s*)?|\|\s*|[-–—]+\s*)")
"""A dateline with nothing behind it ("PARIS (Reuters) -")."""

_PARTICLE = r"[Dd][aei]|[Vv]an|[Vv]on|[Aa]l|bin"
_NAME = rf"(?:[A-Z][\w’'.-]+|{_PARTICLE})(?:[ -](?:[A-Z][\w’'.-]*|{_PARTICLE})){{0,4}}"
_ROLE = r"(?:[Cc]orrespondent|[Rr]eporter|[Ss]taff [Ww]riter|[Cc]olumnist)"
BYLINE = _any(
    rf"(?:[Bb]y|BY|(?:[Ww]ritten|[Rr]eported|[Ss]tory|[Aa]nalysis) by)\s+{_NAME}"
    rf"(?:(?:\s*,\s*|\s+and\s+|\s*[&|/]\s*){_NAME}){{0,6}}(?:\s*[,|–—-]\s*[^.!?]{{2,80}})?",
    rf"{_NAME}(?:,? (?:in|at) {_NAME})?, (?:{_NAME} )?(?:News|{_ROLE}|[Ee]ditor)(?:, {_NAME})?",
    rf"{_NAME},? (?:[\w-]+ )?{_ROLE}(?:,? (?:in|at) {_NAME})?",
    r"(?:The )?(?:Associated Press|Reuters|AFP|Agence France-Presse|AP)",
    flags=0,
)
"""A paragraph that only says who wrote."""

_TRADE = (
    r"(?:reporter|correspondent|journalist|columnist|editor|staff writer|senior writer|writer|blogger|freelancer|producer|anchor"
    r"|contributor|fellow|author|commentator|analyst)"
)
_IS = r"(?:is|serves as|works as) (?:currently )?(?:an?|the|our|one of)?"
_DOES = r"(?:covers|writes about|writes on|reports on|writes for|reports for|edits|contributes to|writes a)"
BIOGRAPHY = re.compile(
    rf"(?:--?\s*|—\s*|About the author:?\s*)?(?:The (?:author|writer) |{_NAME},? )"
    rf"(?:{_IS}\s?(?:[\w’'&/.,-]+ ){{0,9}}?{_TRADE}s?\b(?! who)|{_DOES} .{{3,}}|joined (?:the )?{_NAME} (?:in|as) .*{_TRADE})"
)
"""How an author's biography begins; taken only at the end of a text."""

HANDLE = _any(
    r"follow (?:him|her|them|the author)\b|(?:he|she|they|\w+) can be (?:reached|followed|contacted)|(?:e-?mail|twitter|contact)\s*:",
    r"(?:his|her|their|the) (?:work|reporting|book|latest book|columns?) (?:has|have|is|was|appears?)\b",
)
"""How a paragraph that follows a biography begins."""

HAPPENING = _any(
    r"\b(?:said|told|killed|died|arrested|charged|released|resigned|announced)\b",
    r"\b(?:yesterday|today|tomorrow|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)\b",
)
"""What speaks against a byline or a biography: the paragraph tells news."""

STAMP = re.compile(r"(?:first |last )?(?:published|updated|posted|modified|created|revised)(?: on| at| by)?\b[:\s|–—-]*", re.IGNORECASE)
"""The words before a timestamp."""

MARKDOWN_LINK = re.compile(r"(?:[-*+] )?!?\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)")
"""A paragraph that is a link or a picture."""

MARKDOWN_MARK = re.compile(r"#{1,6}[ \t]+|>[ \t]?")
"""The mark before a heading or a quotation in Markdown."""
