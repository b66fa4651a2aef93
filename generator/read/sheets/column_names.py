"""The names that columns go by in people's sheets, in the languages that timelines are made in: data for ``columns.py``.

Each field with its names, parted by ``|``, without case. Where two fields share a name in two languages, the earlier line has it.
"""

from __future__ import annotations

_WESTERN: dict[str, str] = {
    "date": "date|start|start date|when|begin|begin date|datum|beginn|fecha|inicio|fecha de inicio|date de début|début|data|inizio|início|"
    "from|desde|von|datum od|tarih|başlangıç",
    "end": "end|end date|until|ende|enddatum|bis|fin|fecha de fin|date de fin|fine|fim|einde|einddatum|to|do|bitiş",
    "year": "year|start year|jahr|año|année|annee|anno|ano|jaar|rok|yıl",
    "month": "month|start month|monat|mes|mois|mese|mês|maand|miesiąc|ay",
    "day": "day|start day|tag des monats|día|dia|jour|giorno|dag|dzień|gün",
    "time": "time|start time|uhrzeit|zeit|hora|heure|ora|tijd",
    "end year": "end year|endjahr|año de fin|année de fin|anno di fine|eindjaar",
    "end month": "end month|endmonat|mes de fin|mois de fin|mese di fine|eindmaand",
    "end day": "end day|endtag|día de fin|jour de fin|giorno di fine|einddag",
    "end time": "end time|endzeit|hora de fin|heure de fin|ora di fine|eindtijd",
    "said": "display date|said|date words|date text",
    "headline": "headline|headline text|title|title text|event|"
    "what|name|überschrift|titel|ereignis|titular|título|titulo|evento|titre|événement|titolo|gebeurtenis|"
    "tytuł|wydarzenie|nagłówek|başlık|olay",
    "note": "text|note|notes|description|details|body|summary|beschreibung|notiz|descripción|texto|nota|texte|testo|"
    "descrizione|descrição|tekst|opis|metin|açıklama",
    "url": "url|urls|source|source url|sources|link|links|reference|references|citation|citations|quelle|quellen|fuente|"
    "fuentes|enlace|lien|liens|"
    "référence|références|fonte|fonti|fontes|bron|bronnen|źródło|źródła|kaynak|bağlantı",
    "media": "media|media url|image|image url|picture|video|bild|imagen|média|immagine|imagem|afbeelding",
    "alt": "alt|alt text|media alt|media alt text|alternative text|alternativtext|texto alternativo|texte alternatif|testo alternativo",
    "still": "media thumbnail|thumbnail|still|vorschaubild|miniatura|vignette|anteprima|miniatuur",
    "caption": "media caption|caption|bildunterschrift|pie de foto|légende|didascalia|legenda|bijschrift",
    "credit": "media credit|credit|credits|bildnachweis|crédito|crédit",
    "tags": "tags|tag|group|category|categories|schlagwörter|kategorie|etiquetas|categoría|catégorie|groupe|etichette|categoria|categorie",
    "places": "place|places|location|locations|ort|orte|lugar|lugares|lieu|lieux|luogo|luoghi|local|plaats",
    "latitude": "latitude|lat|breite|latitud|latitudine",
    "longitude": "longitude|lon|lng|länge|longitud|longitudine",
    "status": "status",
    "background": "background event|background",
    "type": "type",
    "id": "id",
    "follows": "follows",
    "answers": "answers",
}
"""In English, German, Spanish, French, Italian, Portuguese, Dutch, Polish and Turkish."""

_FURTHER: dict[str, str] = {
    "date": "dato|dátum|kezdet|päivämäärä|pvm|alku|startdatum|startdato|ημερομηνία|дата|начало|початок|تاريخ|التاريخ|البداية|תאריך|"
    "התחלה|日期|开始|開始|日付|開始日|날짜|시작",
    "end": "slut|slutdatum|slutdato|loppu|konec|vége|τέλος|конец|окончание|кінець|النهاية|סיום|结束|結束|終了|終了日|끝|종료",
    "year": "år|vuosi|év|έτος|год|рік|السنة|العام|שנה|年|年份|연도|년",
    "month": "månad|måned|kuukausi|měsíc|hónap|μήνας|месяц|місяць|الشهر|חודש|月|月份|월",
    "day": "päivä|den|nap|ημέρα|день|اليوم|יום|日|일",
    "headline": "rubrik|händelse|overskrift|begivenhed|hændelse|hendelse|tittel|otsikko|tapahtuma|název|titulek|nadpis|událost|cím|esemény|"
    "τίτλος|γεγονός|заголовок|название|событие|назва|подія|العنوان|الحدث|כותרת|אירוע|标题|標題|事件|見出し|タイトル|出来事|제목|사건",
    "note": "beskrivning|beskrivelse|kuvaus|teksti|popis|leírás|szöveg|κείμενο|περιγραφή|текст|описание|опис|النص|الوصف|טקסט|תיאור|"
    "正文|描述|说明|說明|本文|説明|본문|설명",
    "url": "källa|länk|kilde|lenke|lähde|linkki|zdroj|odkaz|forrás|hivatkozás|πηγή|σύνδεσμος|источник|ссылка|джерело|посилання|المصدر|"
    "الرابط|מקור|קישור|来源|來源|链接|連結|出典|リンク|출처|링크",
    "tags": "kategori|taggar|luokka|štítky|címkék|ετικέτες|теги|категория|категорія|الوسوم|الفئة|תגיות|קטגוריה|标签|標籤|类别|類別|"
    "タグ|カテゴリー|태그|분류",
    "places": "plats|sted|paikka|místo|hely|τόπος|место|місце|المكان|מקום|地点|地點|場所|장소",
}
"""In Swedish, Danish, Norwegian, Finnish, Czech, Hungarian, Greek, Russian, Ukrainian, Arabic, Hebrew, Chinese, Japanese and Korean."""

FIELDS: dict[str, str] = {
    alias.casefold(): field for names in (_FURTHER, _WESTERN) for field, aliases in names.items() for alias in aliases.split("|")
}
"""The field of each name."""
