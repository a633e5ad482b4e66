"""What the ground holds: sentences in three languages, and the rows that they claim."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from summitry.articles import make_article
from summitry.claims.resources.reading import find_resources
from summitry.mentions.reading import read_mentions
from summitry.rereading import supports

Row = tuple[str, str, str, int | None]


def rows(text: str, language: str) -> set[Row]:
    """(place, commodity, claim, rank) of every row that a text claims."""
    found: dict[str, dict[str, object]] = {}
    for claim in find_resources(read_mentions(make_article(text, "a", language=language))):
        found.setdefault(claim.row, {})[claim.column] = claim.value
    return {(r["place_id"], r["commodity_id"], r["claim"], r.get("world_rank")) for r in found.values()}  # type: ignore[misc]


def case(text: str, *expected: str) -> tuple[str, set[Row]]:
    """A text and its rows, each written as "PLACE commodity claim [rank]"."""
    return text, {(p[0], p[1], p[2], int(p[3]) if len(p) > 3 else None) for p in (e.split() for e in expected)}


ENGLISH = [
    case("Kazakhstan is the world's largest producer of uranium.", "KAZ uranium production 1"),
    case("Kazakhstan, the world's largest uranium producer, sells little of it.", "KAZ uranium production 1"),
    case("The world's largest uranium producer, Kazakhstan, was absent.", "KAZ uranium production 1"),
    case("Chile is the second-largest exporter of lithium in the world.", "CHL lithium exports 2"),
    case("Australia ranks first in the world in lithium production.", "AUS lithium production 1"),
    case("Turkmenistan ranks fifth in the world by natural gas reserves.", "TKM natural_gas reserves 5"),
    case(
        "Uzbekistan holds vast reserves of gold, copper and uranium.",
        "UZB gold reserves",
        "UZB copper reserves",
        "UZB uranium reserves",
    ),
    case("Tajikistan sits on huge antimony deposits.", "TJK antimony reserves"),
    case(
        "Central Asia is rich in oil, natural gas and rare earths.",
        "central-asia crude_oil endowment",
        "central-asia natural_gas endowment",
        "central-asia rare_earths endowment",
    ),
    case("Oil-rich Kazakhstan joined the talks.", "KAZ crude_oil endowment"),
    case(
        "The leaders of Central Asia dined there. The region holds a fifth of the world's uranium reserves.",
        "central-asia uranium reserves",
    ),
    case(
        "Central Asian countries are home to large deposits of critical minerals.",
        "central-asia critical_minerals reserves",
    ),
    case("Kazakhstan accounts for 40 percent of the world's uranium output.", "KAZ uranium production"),
    case("Some 40% of the world's uranium comes from Kazakhstan.", "KAZ uranium production"),
    case(
        "Nearly 70 percent of the world's cobalt is mined in the Democratic Republic of Congo.", "COD other production"
    ),
    case("While Uzbekistan has gold, Turkmenistan has natural gas.", "UZB gold reserves", "TKM natural_gas reserves"),
    case("Uzbekistan is rich in gold, Turkmenistan in gas.", "UZB gold endowment", "TKM natural_gas endowment"),
    case(
        "Kazakhstan and Uzbekistan are among the world's largest producers of uranium.",
        "KAZ uranium production",
        "UZB uranium production",
    ),
    case("Kazakhstan exports oil, and Kyrgyzstan produces gold.", "KAZ crude_oil exports", "KGZ gold production"),
    case("President Tokayev of Kazakhstan said his country holds large reserves of tungsten.", "KAZ tungsten reserves"),
    case("Indonesia produces half of the world's nickel.", "IDN other production"),
    case(
        "Besides its reserves of rare earths, Kazakhstan has copper.", "KAZ rare_earths reserves", "KAZ copper reserves"
    ),
    case("Mongolia boasts some of the world's largest copper deposits.", "MNG copper reserves"),
    case("Azerbaijan supplies gas to Italy.", "AZE natural_gas exports"),
    case("Iraq is the second-largest oil producer in OPEC.", "IRQ crude_oil production"),
    case("Norway is Europe's top gas producer.", "NOR natural_gas production"),
    case("It is Kazakhstan that mines more uranium than any other country.", "KAZ uranium production 1"),
    case("Kazakhstan's vast uranium reserves attract investors.", "KAZ uranium reserves"),
    case("Ukraine has the largest titanium reserves in Europe.", "UKR titanium reserves"),
    case(
        "South Africa is a major producer of manganese and chrome.",
        "ZAF manganese production",
        "ZAF chromium production",
    ),
    case("The country with the biggest proven oil reserves in the world is Venezuela.", "VEN crude_oil reserves 1"),
    case("Kyrgyzstan has abundant hydropower resources.", "KGZ hydropower reserves"),
    case("Guinea, which holds the world's largest bauxite reserves, was not invited.", "GIN aluminium reserves 1"),
    case("China dominates: it produces 60 percent of the world's rare earths.", "CHN rare_earths production"),
    # nothing
    case("Uzbekistan and Japan signed a memorandum on the exploration of copper deposits."),
    case("Kazakhstan and the United States signed an agreement on critical minerals worth $2 billion."),
    case("China curbed exports of rare earths."),
    case("China's export restrictions on rare earths hurt Japan."),
    case("Germany imports gas from Azerbaijan."),
    case("Demand for uranium is growing in Japan."),
    case("The price of gold rose while leaders met in Kazakhstan."),
    case("Kyrgyzstan has no oil."),
    case("Japan has few mineral resources of its own."),
    case("Kazakhstan hopes to become the largest producer of lithium in the world."),
    case("Uzbekistan wants to produce lithium by 2030."),
    case("Turkmenistan does not export gas to Turkey."),
    case("Poland depends on gas from Russia."),
    case("Kazatomprom, the Kazakh company, is the world's largest producer of uranium."),
    case("Talks on critical minerals between Pakistan and the United States go on."),
    case("Oil producers in Texas cheered; the President of Kazakhstan did not."),
    case("The leaders of Kazakhstan discussed gas pipelines and the oil market."),
    case("Cooperation in energy, mining and rare earths was on the agenda in Uzbekistan."),
    case("Kyrgyzstan's athletes won three gold medals."),
    case("China processes 90 percent of the world's rare earths."),
]

RUSSIAN = [
    case("Казахстан занимает первое место в мире по добыче урана.", "KAZ uranium production 1"),
    case("Казахстан — крупнейший в мире производитель урана.", "KAZ uranium production 1"),
    case("Узбекистан является седьмым в мире производителем урана.", "UZB uranium production 7"),
    case("Туркменистан обладает огромными запасами природного газа.", "TKM natural_gas reserves"),
    case("По запасам газа Туркмения стоит на четвёртом месте в мире.", "TKM natural_gas reserves 4"),
    case(
        "Регион Центральной Азии богат нефтью, газом и редкоземельными металлами.",
        "central-asia crude_oil endowment",
        "central-asia natural_gas endowment",
        "central-asia rare_earths endowment",
    ),
    case("Таджикистан располагает крупными месторождениями сурьмы.", "TJK antimony reserves"),
    case("В Монголии находятся крупные месторождения меди.", "MNG copper reserves"),
    case(
        "В Узбекистане сосредоточены значительные запасы золота и урана.", "UZB gold reserves", "UZB uranium reserves"
    ),
    case("На долю Китая приходится около 70% мировой добычи редкоземельных металлов.", "CHN rare_earths production"),
    case("На Индонезию приходится половина мирового производства никеля.", "IDN other production"),
    case("Узбекистан богат золотом, а Туркменистан — газом.", "UZB gold endowment", "TKM natural_gas endowment"),
    case("Казахстан экспортирует нефть, Киргизия добывает золото.", "KAZ crude_oil exports", "KGZ gold production"),
    case("Россия — крупнейший экспортёр зерна в мире.", "RUS grain exports 1"),
    case("Казахстан входит в число крупнейших экспортёров пшеницы.", "KAZ grain exports"),
    case("Казахстан и Узбекистан располагают большими запасами урана.", "KAZ uranium reserves", "UZB uranium reserves"),
    case(
        "Президент Казахстана Токаев напомнил, что его страна обладает крупными запасами вольфрама.",
        "KAZ tungsten reserves",
    ),
    case(
        "Лидеры Центральной Азии прибыли вечером. На регион приходится пятая часть мировых запасов урана.",
        "central-asia uranium reserves",
    ),
    case("Азербайджан поставляет газ в Италию.", "AZE natural_gas exports"),
    case("Чили, второй в мире производитель лития, промолчала.", "CHL lithium production 2"),
    case("Ирак — второй по величине производитель нефти в ОПЕК.", "IRQ crude_oil production"),
    case("Богатый нефтью Казахстан присоединился к переговорам.", "KAZ crude_oil endowment"),
    case("Около 40% мирового урана добывается в Казахстане.", "KAZ uranium production"),
    case("У Киргизии есть золото.", "KGZ gold reserves"),
    case("Гвинея владеет крупнейшими в мире запасами бокситов.", "GIN aluminium reserves 1"),
    # ничего
    case("Узбекистан и Япония подписали меморандум о разведке месторождений меди."),
    case("Казахстан и США подписали соглашение о критически важных минералах."),
    case("Китай ограничил экспорт редкоземельных металлов."),
    case("Германия закупает газ в Азербайджане."),
    case("Цены на золото выросли, пока лидеры заседали в Казахстане."),
    case("Киргизия не располагает запасами нефти."),
    case("Узбекистан намерен добывать литий."),
    case("Казахстан не экспортирует газ в Турцию."),
    case("Японии нужны редкоземельные металлы Казахстана."),
    case("Польша зависит от российского газа."),
    case("Компания «Казатомпром», крупнейший в мире производитель урана, отчиталась в Казахстане."),
    case("В Казахстане обсудили газопровод и рынок нефти."),
    case("Если прогнозы верны, Казахстан мог бы занять третье место в мире по запасам редкоземельных металлов."),
    case("Сборная Киргизии завоевала золото."),
]

ARABIC = [
    case("تعد كازاخستان أكبر منتج لليورانيوم في العالم.", "KAZ uranium production 1"),
    case("كازاخستان هي المنتج الأول لليورانيوم عالميا.", "KAZ uranium production 1"),
    case("تعتبر تشيلي ثاني أكبر منتج لليثيوم في العالم.", "CHL lithium production 2"),
    case("تحتل تركمانستان المرتبة الرابعة عالميا في احتياطيات الغاز الطبيعي.", "TKM natural_gas reserves 4"),
    case("تمتلك أوزبكستان احتياطيات هائلة من الذهب.", "UZB gold reserves"),
    case(
        "تمتلك أوزبكستان احتياطيات كبيرة من الذهب واليورانيوم والنحاس.",
        "UZB gold reserves",
        "UZB uranium reserves",
        "UZB copper reserves",
    ),
    case(
        "منطقة آسيا الوسطى غنية بالنفط والغاز الطبيعي.",
        "central-asia crude_oil endowment",
        "central-asia natural_gas endowment",
    ),
    case("اجتمع قادة آسيا الوسطى. والمنطقة غنية بالمعادن النادرة.", "central-asia rare_earths endowment"),
    case("كازاخستان الغنية بالنفط انضمت إلى المحادثات.", "KAZ crude_oil endowment"),
    case("تضم طاجيكستان رواسب ضخمة من الأنتيمون.", "TJK antimony reserves"),
    case("لدى منغوليا احتياطيات من النحاس.", "MNG copper reserves"),
    case("يوجد في غينيا أكبر احتياطي من البوكسيت في العالم.", "GIN aluminium reserves 1"),
    case("تنتج كازاخستان نحو 40 في المئة من اليورانيوم في العالم.", "KAZ uranium production"),
    case("تستحوذ الصين على نحو 70% من الإنتاج العالمي من المعادن الأرضية النادرة.", "CHN rare_earths production"),
    case("تصدر أذربيجان الغاز إلى إيطاليا.", "AZE natural_gas exports"),
    case("وتعد روسيا أكبر مصدر للقمح في العالم.", "RUS grain exports 1"),
    case("العراق ثاني أكبر منتج للنفط في منظمة أوبك.", "IRQ crude_oil production"),
    case("تمتلك أوزبكستان الذهب فيما تمتلك تركمانستان الغاز.", "UZB gold reserves", "TKM natural_gas reserves"),
    case("أوزبكستان غنية بالذهب وتركمانستان بالغاز.", "UZB gold endowment", "TKM natural_gas endowment"),
    case("قال الرئيس الكازاخي توكاييف إن بلاده تمتلك احتياطيات كبيرة من التنغستن.", "KAZ tungsten reserves"),
    case("تزخر قرغيزستان بالذهب.", "KGZ gold endowment"),
    case("تتمتع طاجيكستان بموارد هائلة من الطاقة الكهرومائية.", "TJK hydropower reserves"),
    case("السعودية من أكبر منتجي النفط في العالم.", "SAU crude_oil production"),
    case("تبلغ احتياطيات كازاخستان من اليورانيوم 800 ألف طن.", "KAZ uranium reserves"),
    # لا شيء
    case("وقعت أوزبكستان واليابان مذكرة بشأن استكشاف مناجم النحاس."),
    case("وقعت كازاخستان والولايات المتحدة اتفاقية بشأن المعادن النادرة."),
    case("قيدت الصين صادرات المعادن النادرة."),
    case("تستورد ألمانيا الغاز من أذربيجان."),
    case("ارتفعت أسعار الذهب خلال قمة كازاخستان."),
    case("لا تملك قرغيزستان احتياطيات من النفط."),
    case("تسعى أوزبكستان إلى أن تنتج الليثيوم."),
    case("لم تصدر تركمانستان الغاز إلى تركيا."),
    case("وقال مصدر في وزارة النفط العراقية إن القمة ناجحة."),
    case("تعتمد بولندا على الغاز الروسي."),
    case("شركة كازاتومبروم الكازاخية أكبر منتج لليورانيوم في العالم."),
    case("بحث قادة كازاخستان أنابيب الغاز وسوق النفط."),
    case("تأمل كازاخستان أن تصبح أكبر منتج لليثيوم في العالم."),
]

CASES = [(language, *c) for language, cases in (("en", ENGLISH), ("ru", RUSSIAN), ("ar", ARABIC)) for c in cases]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[c[1][:60] for c in CASES])
def test_a_sentence_claims_these_resources_and_no_others(language: str, text: str, expected: set[Row]) -> None:
    assert rows(text, language) == expected


def newswire() -> list[tuple[str, str, set[Row]]]:
    """Sentences and passages in newswire style with the rows that they claim; some claim nothing."""
    with Path(__file__).with_name("resource_sentences.csv").open(encoding="utf-8", newline="") as file:
        return [
            (r["language"], *case(r["sentence"], *filter(None, r["rows"].split("; ")))) for r in csv.DictReader(file)
        ]


@pytest.mark.parametrize(("language", "text", "expected"), newswire())
def test_a_sentence_of_the_news_claims_these_resources_and_no_others(
    language: str, text: str, expected: set[Row]
) -> None:
    assert rows(text, language) == expected


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, text, _ in newswire()])
def test_each_cell_is_read_again_from_the_words_that_it_quotes(language: str, text: str) -> None:
    cells = [c for c in find_resources(read_mentions(make_article(text, "a", language=language))) if c.start >= 0]
    quotes = [("resources", c.column, str(c.value), text[c.start : c.end]) for c in cells]
    assert [q for q in quotes if not supports(*q, language=language, published_on=None)] == []


@pytest.mark.parametrize(
    "place", ["Mongolia", "the Democratic Republic of Congo", "South Africa", "Saudi Arabia", "Peru"]
)
def test_another_place_changes_the_place_alone(place: str) -> None:
    ((place_id, *rest),) = rows(
        f"As a matter of fact, {place} has the third-largest copper reserves in the world.", "en"
    )
    assert rest == ["copper", "reserves", 3]
    assert place_id in {"MNG", "COD", "ZAF", "SAU", "PER"}


@pytest.mark.parametrize(
    "text",
    [
        "تَمتلك أوزبكستان احتياطيات هائلة من الذهب",
        "تمتلك أوزبكستـــان احتياطيات هائلة من الذهب",
        "تمتلك اوزبكستان إحتياطيات هائله من الذهب",
        "تمتلك أوزبكستان\nاحتياطيات هائلة من الذهب",
        "وتمتلك أوزبكستان احتياطيات «هائلة» من الذهب",
    ],
)
def test_the_spelling_of_a_sentence_changes_nothing(text: str) -> None:
    assert rows(text + ".", "ar") == {("UZB", "gold", "reserves", None)}


def test_a_row_has_the_words_that_say_so() -> None:
    text = "تمتلك أوزبكستان احتياطيات هائلة من الذهب."
    quotes = {
        c.column: text[c.start : c.end] for c in find_resources(read_mentions(make_article(text, "a", language="ar")))
    }
    assert quotes == {"place_id": "أوزبكستان", "commodity_id": "الذهب", "claim": "احتياطيات", "magnitude": "هائلة"}


@pytest.mark.parametrize(
    ("language", "text", "magnitude"),
    [
        ("en", "The Gulf states own nearly a third of global oil reserves.", "nearly a third"),
        ("en", "Tajikistan's subsoil contains large deposits of antimony.", "large"),
        ("ru", "Китай контролирует 70% мировой добычи редкоземельных металлов.", "70%"),
        ("ru", "Намибия, третий в мире производитель урана, промолчала.", None),
        ("ar", "تمتلك دول الخليج نحو ثلث احتياطيات النفط العالمية.", "نحو ثلث"),
        ("ar", "تحتل تركمانستان المرتبة الرابعة عالميا في احتياطيات الغاز الطبيعي.", None),
    ],
)
def test_a_magnitude_is_told_by_an_adjective_or_a_share(language: str, text: str, magnitude: str | None) -> None:
    found = find_resources(read_mentions(make_article(text, "a", language=language)))
    assert next((claim.value for claim in found if claim.column == "magnitude"), None) == magnitude


def test_a_slip_of_the_pen_is_read_as_it_was_meant() -> None:
    text = "آسيا الوسطى غنية بالنفط والمعادة النادرة."
    found = find_resources(read_mentions(make_article(text, "a", language="ar")))
    (corrected,) = [c.corrected_to for c in found if c.value == "rare_earths"]
    assert corrected.replace("ال", "") == "معادن نادرة"
