# ruff: noqa: E501  (a case stands on one line, however long its sentence)
"""Who agreed what: texts in three languages, and the agreements that they tell of."""

from __future__ import annotations

import datetime as dt

import pytest

from summitry.articles import Article, make_article
from summitry.claims.agreements.reading import find_agreements
from summitry.mentions.document import Document
from summitry.mentions.reading import read_mentions
from summitry.reader import extract


def read(text: str, language: str) -> Document:
    day = dt.date(2025, 11, 7)
    return read_mentions(make_article(text, "a", language=language, published_on=day), part=True)


def agreements(text: str, language: str) -> list[str]:
    """Each agreement as "PARTY+PARTY kind status [amount currency]", sorted."""
    cells: dict[str, dict[str, object]] = {}
    parties: dict[object, list[str]] = {}
    claims = find_agreements(read(text, language))
    links = {claim.row: claim.value for claim in claims if claim.column == "agreement_id"}
    for claim in claims:
        if claim.table == "agreements":
            cells.setdefault(claim.row, {})[claim.column] = claim.value
        elif claim.column == "place_id":
            parties.setdefault(links[claim.row], []).append(str(claim.value))
    columns = ("kind", "status", "value_amount", "value_currency")
    return sorted(
        " ".join(["+".join(sorted(parties[row])), *(str(found[name]) for name in columns if name in found)])
        for row, found in cells.items()
    )


def sectors(text: str, language: str) -> list[str]:
    return sorted(str(claim.value) for claim in find_agreements(read(text, language)) if claim.column == "sector")


ENGLISH: list[tuple[str, list[str]]] = [
    (
        "Kazakhstan and Turkey signed a strategic partnership agreement in Ankara on Monday.",
        ["KAZ+TUR agreement signed"],
    ),
    ("Uzbekistan and Saudi Arabia inked deals worth $14 billion on Tuesday.", ["SAU+UZB deal signed 14000000000 USD"]),
    (
        "The foreign ministers of Armenia and Azerbaijan initialled a peace treaty in Washington.",
        ["ARM+AZE agreement signed"],
    ),
    (
        "China and Kyrgyzstan have reached an agreement on the construction of a railway.",
        ["CHN+KGZ agreement announced"],
    ),
    (
        "President Tokayev and French President Emmanuel Macron signed a joint declaration on uranium in Paris.",
        ["FRA+KAZ declaration signed"],
    ),
    (
        "Germany pledged 30 million euros to Tajikistan for the protection of glaciers.",
        ["DEU+TJK pledge pledged 30000000 EUR"],
    ),
    ("The World Bank says trade between Russia and China reached $245 billion last year.", []),
    (
        "Uzbekistan Airways has agreed to buy 22 Boeing 787 Dreamliners in a deal valued at more than $8 billion, the White House said.",
        ["USA+UZB deal announced 8000000000 USD"],
    ),
    ("Moscow and Astana will sign an agreement on a nuclear power plant next month.", ["KAZ+RUS agreement planned"]),
    ("No documents were signed by Kazakhstan and Uzbekistan.", []),
    ("Kazakhstan denied that it had signed a gas contract with China.", []),
    ("If the parliaments agree, Georgia and Turkey could sign a trade pact.", []),
    ("India and Japan hope to conclude an agreement on rare earths.", []),
    ("Finland joined NATO on Tuesday.", ["FIN accession announced"]),
    ("Iran formally acceded to the Shanghai Cooperation Organisation last year.", ["IRN accession announced"]),
    ("Kazakhstan's prime minister joined the talks in Brussels.", []),
    (
        "The United States and Uzbekistan signed a memorandum of understanding on critical minerals.",
        ["USA+UZB memorandum signed"],
    ),
    ("A contract between Kazakhstan's KazMunayGas and Italy's Eni was signed in Rome.", ["ITA+KAZ deal signed"]),
    (
        "South Korea promised Uzbekistan a $2 billion loan for high-speed trains.",
        ["KOR+UZB pledge pledged 2000000000 USD"],
    ),
    ("Qatar has committed $1.5 billion to Egypt, officials said.", ["EGY+QAT pledge pledged 1500000000 USD"]),
    ("Turkmenistan signed with Iran and Azerbaijan a trilateral gas swap agreement.", ["AZE+IRN+TKM agreement signed"]),
    (
        "A $5.5 billion deal between Egypt and the United Arab Emirates was announced in Abu Dhabi.",
        ["ARE+EGY deal announced 5500000000 USD"],
    ),
    ("The two presidents discussed trade, energy and security in Tashkent.", []),
    ("Kazakhstan exports oil to Italy and Germany.", []),
    (
        "Russia and Mongolia signed three memoranda, including one on coal worth $300 million.",
        ["MNG+RUS memorandum signed"],
    ),
    ("British firm Rio Tinto signed an agreement with Mongolia on a copper mine.", ["GBR+MNG agreement signed"]),
    (
        "Serbia will buy 12 Rafale fighter jets from France for 2.7 billion euros.",
        ["FRA+SRB deal announced 2700000000 EUR"],
    ),
    ("Under a contract signed in May, Rosatom will build a nuclear plant in Uzbekistan.", ["RUS+UZB deal signed"]),
    (
        "Japan, South Korea and the United States adopted a joint statement on security.",
        ["JPN+KOR+USA declaration signed"],
    ),
    ("Washington and Beijing agreed to resume talks.", []),
    ("Poland ratified the budget and adopted a declaration on its history.", []),
    (
        "The agreement, signed by Presidents Ilham Aliyev and Vladimir Putin in Baku, covers gas transit.",
        ["AZE+RUS agreement signed"],
    ),
    ("Kazakhstan, Azerbaijan and Georgia concluded a deal to expand the Middle Corridor.", ["AZE+GEO+KAZ deal signed"]),
    (
        "Saudi Arabia's ACWA Power struck a $1 billion deal with Azerbaijan to build a wind farm.",
        ["AZE+SAU deal signed 1000000000 USD"],
    ),
    (
        "Trade turnover between Kazakhstan and Russia, which signed a border treaty in 2005, was $27 billion.",
        ["KAZ+RUS agreement signed"],
    ),
    ("China will provide Tajikistan with a grant of 200 million yuan.", ["CHN+TJK pledge pledged 200000000 CNY"]),
    ("Hungary and Serbia failed to sign the pipeline agreement.", []),
    (
        "Kazakhstan, Uzbekistan sign $5 bln trade deal\n\nASTANA. Kazakhstan and Uzbekistan signed a deal worth $5 billion on trade in Astana on Friday. Of this sum, $2 billion will go to transport.",
        ["KAZ+UZB deal signed 5000000000 USD"],
    ),
    (
        "The presidents of Azerbaijan and Armenia met in Washington. The two leaders signed a peace agreement.",
        ["ARM+AZE agreement signed"],
    ),
    (
        "Putin arrived in Bishkek on Thursday. After talks with Kyrgyz President Sadyr Japarov the sides signed an agreement on air defence.",
        ["KGZ+RUS agreement signed"],
    ),
    (
        "The C5+1 leaders met at the White House. The United States and the five Central Asian countries adopted a joint statement on critical minerals.",
        ["KAZ+KGZ+TJK+TKM+USA+UZB declaration signed"],
    ),
    ("Ukraine's accession to NATO was not discussed at the summit.", []),
    ("Ukraine hopes to join the European Union by 2030.", []),
    ("Bulgaria will become a member of the eurozone, the union's finance ministers said.", ["BGR accession planned"]),
    ("Air Astana, the Kazakh carrier, ordered 15 jets from Airbus.", []),
    (
        "Trump announced that Uzbekistan would invest $100 billion in the United States.",
        ["USA+UZB pledge pledged 100000000000 USD"],
    ),
    ("GDP of Kazakhstan grew to $290 billion, and the government signed a contract with a local builder.", []),
    (
        "On the sidelines of the summit in Samarkand, Italy and Kyrgyzstan signed a memorandum on the training of nurses, while France and Tajikistan agreed on a loan of 50 million euros.",
        ["FRA+TJK agreement announced 50000000 EUR", "ITA+KGZ memorandum signed"],
    ),
    (
        "Mongolia, which borders Russia and China, signed a uranium agreement with France in October.",
        ["FRA+MNG agreement signed"],
    ),
    ("The deal between Chevron and Kazakhstan expires in 2033.", []),
    (
        "A Chinese company and Uzbekistan's energy ministry signed a contract for a 500-megawatt solar plant worth $350 million.",
        ["CHN+UZB deal signed 350000000 USD"],
    ),
    (
        "Speaking in Baku, Erdogan recalled that Turkey and Azerbaijan signed the Shusha Declaration in 2021.",
        ["AZE+TUR declaration signed"],
    ),
    (
        "Tajikistan and Kyrgyzstan on Thursday signed a treaty on the border, ending decades of conflict. The treaty was signed in Bishkek by Presidents Emomali Rahmon and Sadyr Japarov.",
        ["KGZ+TJK agreement signed"],
    ),
    (
        "The EU and Uzbekistan signed an Enhanced Partnership and Cooperation Agreement in Brussels on October 24.",
        ["EUE+UZB agreement signed"],
    ),
    ("The two countries signed nothing, a spokesman for the Turkish president said after talks with Iran.", []),
    ("Analysts say that an agreement between Serbia and Kosovo is unlikely.", []),
    ("Investors from Qatar are considering a $3 billion project in Kazakhstan.", []),
    (
        "Saudi Arabia and Pakistan signed a mutual defence pact under which an attack on one is an attack on both.",
        ["PAK+SAU agreement signed"],
    ),
    (
        "China pledged 1.5 billion yuan in grants and 8.3 billion yuan in loans to Kyrgyzstan.",
        ["CHN+KGZ pledge pledged 1500000000 CNY"],
    ),
    (
        "Tokyo will lend Hanoi 50 billion yen for a metro line, Japan's foreign minister announced after talks with Vietnam.",
        ["JPN+VNM pledge pledged 50000000000 JPY"],
    ),
    (
        "Under the deal, Qatar is to supply Pakistan with liquefied natural gas for 15 years. The contract was signed in Doha by the energy ministers of Qatar and Pakistan.",
        ["PAK+QAT deal signed"],
    ),
    ("Ankara and Baghdad have agreed to build a pipeline to the Gulf.", ["IRQ+TUR agreement announced"]),
    ("The Polish and Ukrainian presidents initialled an accord on grain transit.", ["POL+UKR agreement signed"]),
    (
        "Brazil's Luiz Inacio Lula da Silva and Xi Jinping oversaw the signing of 37 agreements between Brazil and China.",
        ["BRA+CHN agreement signed"],
    ),
    (
        "A memorandum of cooperation in space was among the documents that India and Uzbekistan signed.",
        ["IND+UZB memorandum signed"],
    ),
    ("Spain's government approved a decree on housing and pledged 2 billion euros for young families.", []),
    (
        "Turkish drone maker Baykar signed a $3 billion contract with Saudi Arabia's defence ministry, the biggest in its history.",
        ["SAU+TUR deal signed 3000000000 USD"],
    ),
    ("Montenegro and Albania aim to join the EU by 2030, and talks are under way.", []),
    ("Sweden became NATO's 32nd member in March.", ["SWE accession announced"]),
    (
        "Vietnam, Malaysia and Thailand were admitted as partner countries of BRICS.",
        ["MYS+THA+VNM accession announced"],
    ),
    ("Georgia suspended accession talks with the EU.", []),
    (
        "The United Kingdom promised Kenya 40 million pounds for climate projects and Rwanda 10 million pounds for schools.",
        ["GBR+KEN pledge pledged 40000000 GBP", "GBR+RWA pledge pledged 10000000 GBP"],
    ),
    (
        "Russia and Iran signed a 20-year strategic partnership treaty that does not contain a mutual defence clause.",
        ["IRN+RUS agreement signed"],
    ),
    ("France and Germany remain divided over the fighter jet deal.", []),
    ("Egypt secured an $8 billion loan agreement with the IMF.", []),
    (
        "Kyrgyzstan, Kazakhstan and Uzbekistan signed a road map for the Kambarata-1 hydropower plant, estimated to cost $4 billion.",
        ["KAZ+KGZ+UZB agreement signed 4000000000 USD"],
    ),
    (
        "After months of talks Washington and Jakarta struck a trade deal that lowers tariffs to 19 percent.",
        ["IDN+USA deal signed"],
    ),
    ("Kazakhstan signed midfielder Askhat Tagybergen to a three-year deal.", []),
    ("The Russian president signed a decree on trade with Belarus.", []),
    ("A car deal worth $2 million was announced by a dealer in Dubai.", []),
    ("Turkey and Greece marked the anniversary of the treaty that ended the war.", []),
    ("The agreement between Russia and the United States on arms control expired in February.", []),
    ("Leaders of China and Pakistan praised the agreement that India and Bangladesh rejected.", []),
    ("Kyrgyz opposition leaders signed a memorandum in Bishkek.", []),
    (
        "Kazakhstan's parliament ratified the treaty with Mongolia on strategic partnership.",
        ["KAZ+MNG agreement signed"],
    ),
    (
        "The prime ministers of Hungary and Slovakia met in Budapest. They signed a protocol on the power grid.",
        ["HUN+SVK agreement signed"],
    ),
    ("South Africa and Nigeria signed agreements on mining, health and visas.", ["NGA+ZAF agreement signed"]),
    (
        "In Doha, Rwanda and the Democratic Republic of Congo signed a declaration of principles mediated by Qatar.",
        ["COD+RWA declaration signed"],
    ),
    ("Chad's president told reporters that France had broken its promise of 100 million euros.", []),
    ("The Netherlands will give Moldova 10 million euros to buy gas.", ["MDA+NLD pledge pledged 10000000 EUR"]),
    ("Chile and Peru plan to sign a lithium accord in March.", ["CHL+PER agreement planned"]),
    (
        "Canada and Australia signed a contract under which Canberra will deliver radars worth C$6 billion.",
        ["AUS+CAN deal signed 6000000000 CAD"],
    ),
]

RUSSIAN: list[tuple[str, list[str]]] = [
    ("Казахстан и Турция подписали соглашение о стратегическом партнёрстве.", ["KAZ+TUR agreement signed"]),
    (
        "Между Узбекистаном и Саудовской Аравией заключены контракты на 14 млрд долларов.",
        ["SAU+UZB deal signed 14000000000 USD"],
    ),
    ("Главы МИД Армении и Азербайджана парафировали мирный договор.", ["ARM+AZE agreement signed"]),
    ("Китай и Киргизия договорились о строительстве железной дороги.", ["CHN+KGZ agreement announced"]),
    ("Токаев и Макрон подписали в Париже совместное заявление.", ["FRA+KAZ declaration signed"]),
    ("Германия выделит Таджикистану 30 млн евро на защиту ледников.", ["DEU+TJK pledge pledged 30000000 EUR"]),
    ("Товарооборот России и Китая достиг 245 млрд долларов.", []),
    ("Узбекистан покупает у США 22 самолёта Boeing за 8 млрд долларов.", ["USA+UZB deal announced 8000000000 USD"]),
    ("Москва и Астана в следующем месяце подпишут соглашение о строительстве АЭС.", ["KAZ+RUS agreement planned"]),
    ("Документы Казахстан и Узбекистан не подписали.", []),
    ("В Астане опровергли сообщения о подписании контракта с Китаем на поставку газа.", []),
    ("Если парламенты одобрят, Грузия и Турция могли бы подписать торговое соглашение.", []),
    ("Индия и Япония надеются заключить соглашение о редкоземельных металлах.", []),
    ("Финляндия вступила в НАТО.", ["FIN accession announced"]),
    ("Иран стал полноправным членом ШОС.", ["IRN accession announced"]),
    ("Премьер-министр Казахстана присоединился к переговорам в Брюсселе.", []),
    (
        "США и Узбекистан подписали меморандум о взаимопонимании по критически важным минералам.",
        ["USA+UZB memorandum signed"],
    ),
    ("Казахстанский «КазМунайГаз» и итальянская Eni подписали в Риме контракт.", ["ITA+KAZ deal signed"]),
    (
        "Южная Корея пообещала Узбекистану кредит в 2 млрд долларов на скоростные поезда.",
        ["KOR+UZB pledge pledged 2000000000 USD"],
    ),
    (
        "Туркменистан подписал с Ираном и Азербайджаном трёхстороннее соглашение о поставках газа.",
        ["AZE+IRN+TKM agreement signed"],
    ),
    (
        "Сделка между Египтом и ОАЭ на 5,5 млрд долларов объявлена в Абу-Даби.",
        ["ARE+EGY deal announced 5500000000 USD"],
    ),
    ("Президенты двух стран обсудили торговлю и энергетику в Ташкенте.", []),
    (
        "Соглашение о транзите газа, подписанное в Баку Ильхамом Алиевым и Владимиром Путиным, рассчитано на пять лет.",
        ["AZE+RUS agreement signed"],
    ),
    (
        "Казахстан, Азербайджан и Грузия заключили соглашение о развитии Среднего коридора.",
        ["AZE+GEO+KAZ agreement signed"],
    ),
    ("Китай предоставит Таджикистану грант в размере 200 млн юаней.", ["CHN+TJK pledge pledged 200000000 CNY"]),
    ("Венгрия и Сербия так и не подписали соглашение о трубопроводе.", []),
    (
        "По итогам переговоров в Ташкенте президенты Узбекистана и Таджикистана подписали договор о союзнических отношениях.",
        ["TJK+UZB agreement signed"],
    ),
    ("Росатом построит в Узбекистане АЭС по контракту, подписанному в мае.", ["RUS+UZB deal signed"]),
    ("Польша купит у Южной Кореи 180 танков за 6,5 млрд долларов.", ["KOR+POL deal announced 6500000000 USD"]),
    ("Анкара и Баку подписали декларацию о союзничестве.", ["AZE+TUR declaration signed"]),
    ("Стороны договорились продолжить консультации.", []),
    ("Казахстан и Россия намерены подписать меморандум о сотрудничестве в космосе.", ["KAZ+RUS memorandum planned"]),
    (
        "Киргизия и Таджикистан обменялись ратификационными грамотами по договору о границе.",
        ["KGZ+TJK agreement signed"],
    ),
    ("Правительство Узбекистана и Азиатский банк развития подписали соглашение о займе.", []),
    (
        "Казахстан и Узбекистан подписали сделку на $5 млрд\n\nАСТАНА. Казахстан и Узбекистан в пятницу подписали в Астане торговую сделку на 5 млрд долларов. Из этой суммы 2 млрд пойдёт на транспорт.",
        ["KAZ+UZB deal signed 5000000000 USD"],
    ),
    (
        "Путин прибыл в Бишкек. После переговоров с президентом Киргизии Садыром Жапаровым стороны подписали соглашение о противовоздушной обороне.",
        ["KGZ+RUS agreement signed"],
    ),
    (
        "Лидеры «С5+1» встретились в Белом доме. США и пять стран Центральной Азии приняли совместное заявление о критически важных минералах.",
        ["KAZ+KGZ+TJK+TKM+USA+UZB declaration signed"],
    ),
    ("Вступление Украины в НАТО на саммите не обсуждалось.", []),
    ("Украина надеется вступить в Евросоюз к 2030 году.", []),
    (
        "Узбекистан вложит в экономику США 100 млрд долларов, объявил Трамп.",
        ["USA+UZB pledge pledged 100000000000 USD"],
    ),
    ("ВВП Казахстана вырос до 290 млрд долларов, правительство подписало контракт с местным застройщиком.", []),
    (
        "На полях саммита в Самарканде Италия и Киргизия подписали меморандум о подготовке медсестёр, а Франция и Таджикистан — соглашение о кредите в 50 млн евро.",
        ["FRA+TJK agreement signed 50000000 EUR", "ITA+KGZ memorandum signed"],
    ),
    (
        "Монголия, граничащая с Россией и Китаем, подписала с Францией соглашение по урану.",
        ["FRA+MNG agreement signed"],
    ),
    (
        "Китайская компания и Министерство энергетики Узбекистана подписали контракт на строительство солнечной электростанции за 350 млн долларов.",
        ["CHN+UZB deal signed 350000000 USD"],
    ),
    ("Саудовская Аравия и Пакистан подписали договор о взаимной обороне.", ["PAK+SAU agreement signed"]),
    ("Соглашение между Сербией и Косово маловероятно, считают аналитики.", []),
    (
        "По итогам визита Токаева в Токио подписано 60 документов на 3,7 млрд долларов.",
        ["JPN+KAZ agreement signed 3700000000 USD"],
    ),
    ("Делегации Казахстана и Катара обсудили инвестиции на 3 млрд долларов.", []),
    (
        "ЕС и Узбекистан подписали в Брюсселе соглашение о расширенном партнёрстве и сотрудничестве.",
        ["EUE+UZB agreement signed"],
    ),
    (
        "Таджикистан и Киргизия заключили договор о границе. Договор подписали в Бишкеке президенты Эмомали Рахмон и Садыр Жапаров.",
        ["KGZ+TJK agreement signed"],
    ),
    (
        "Премьер-министр Армении Никол Пашинян заявил, что Ереван и Баку парафировали мирный договор.",
        ["ARM+AZE agreement signed"],
    ),
    (
        "Российская компания «Росатом» и правительство Киргизии подписали меморандум о строительстве малой АЭС.",
        ["KGZ+RUS memorandum signed"],
    ),
    ("Лаос вступит в ЕАЭС, сообщил министр.", ["LAO accession planned"]),
    ("Инвестиции Китая в экономику Казахстана превысили 25 млрд долларов.", []),
    ("Москва готова подписать соглашение с Киевом, если тот отведёт войска.", []),
    ("Ашхабад и Баку договорились построить газопровод.", ["AZE+TKM agreement announced"]),
    (
        "Токио предоставит Ханою кредит в 50 млрд иен на строительство метро.",
        ["JPN+VNM pledge pledged 50000000000 JPY"],
    ),
    ("Контракт на поставку газа подписали в Дохе министры энергетики Катара и Пакистана.", ["PAK+QAT deal signed"]),
    ("Анкара и Багдад договорились о строительстве трубопровода.", ["IRQ+TUR agreement announced"]),
    ("Президенты Польши и Украины парафировали соглашение о транзите зерна.", ["POL+UKR agreement signed"]),
    (
        "В присутствии Лулы да Силвы и Си Цзиньпина Бразилия и Китай подписали 37 соглашений.",
        ["BRA+CHN agreement signed"],
    ),
    (
        "Турецкий производитель беспилотников Baykar подписал с Минобороны Саудовской Аравии контракт на 3 млрд долларов.",
        ["SAU+TUR deal signed 3000000000 USD"],
    ),
    ("Швеция стала 32-м членом НАТО.", ["SWE accession announced"]),
    ("Черногория рассчитывает вступить в ЕС к 2028 году.", ["MNE accession planned"]),
    ("Грузия приостановила переговоры о вступлении в ЕС.", []),
    ("Россия и Иран подписали договор о стратегическом партнёрстве сроком на 20 лет.", ["IRN+RUS agreement signed"]),
    (
        "В Душанбе подписан протокол об описании государственной границы Таджикистана и Киргизии.",
        ["KGZ+TJK agreement signed"],
    ),
    (
        "Узбекистан и Китай подписали пакет соглашений на 40 млрд долларов, сообщила пресс-служба Мирзиёева.",
        ["CHN+UZB agreement signed 40000000000 USD"],
    ),
    (
        "Германия и Казахстан заключили в ходе визита Олафа Шольца сделку по литию стоимостью 700 млн долларов.",
        ["DEU+KAZ deal signed 700000000 USD"],
    ),
    ("Договор о границе между Россией и Эстонией до сих пор не ратифицирован.", []),
    ("Стороны намерены довести товарооборот до 10 млрд долларов.", []),
    ("Казахстан подпишет с Францией контракт на поставку радаров до конца года.", ["FRA+KAZ deal planned"]),
    ("Казахстан подписал полузащитника на три года.", []),
    ("Президент России подписал указ о торговле с Белоруссией.", []),
    ("Срок действия договора России и США истёк в феврале.", []),
    ("Оппозиция Киргизии подписала меморандум в Бишкеке.", []),
    (
        "Парламент Казахстана ратифицировал договор с Монголией о стратегическом партнёрстве.",
        ["KAZ+MNG agreement signed"],
    ),
    (
        "Премьер-министры Венгрии и Словакии встретились в Будапеште. Они подписали протокол об электросетях.",
        ["HUN+SVK agreement signed"],
    ),
    ("Нидерланды дадут Молдавии 10 млн евро на закупку газа.", ["MDA+NLD pledge pledged 10000000 EUR"]),
    ("Чили и Перу планируют подписать соглашение о литии.", ["CHL+PER agreement planned"]),
    ("Экспорт Узбекистана в Китай вырос до 2 млрд долларов благодаря соглашению о торговле.", []),
    (
        "Руанда и ДР Конго подписали в Дохе при посредничестве Катара декларацию о принципах.",
        ["COD+RWA declaration signed"],
    ),
]

ARABIC: list[tuple[str, list[str]]] = [
    ("وقعت كازاخستان وتركيا اتفاقية شراكة استراتيجية في أنقرة.", ["KAZ+TUR agreement signed"]),
    ("أبرمت أوزبكستان والسعودية صفقات بقيمة 14 مليار دولار.", ["SAU+UZB deal signed 14000000000 USD"]),
    ("وقع وزيرا خارجية أرمينيا وأذربيجان معاهدة سلام.", ["ARM+AZE agreement signed"]),
    ("توصلت الصين وقيرغيزستان إلى اتفاق لبناء خط سكة حديد.", ["CHN+KGZ agreement announced"]),
    (
        "وقع الرئيس الكازاخي قاسم جومارت توكاييف ونظيره الفرنسي إيمانويل ماكرون إعلانا مشتركا في باريس.",
        ["FRA+KAZ declaration signed"],
    ),
    ("تعهدت ألمانيا بتقديم 30 مليون يورو لطاجيكستان لحماية الأنهار الجليدية.", ["DEU+TJK pledge pledged 30000000 EUR"]),
    ("بلغ حجم التبادل التجاري بين روسيا والصين 245 مليار دولار.", []),
    (
        "أعلنت أوزبكستان شراء 22 طائرة بوينغ من الولايات المتحدة مقابل 8 مليارات دولار.",
        ["USA+UZB deal announced 8000000000 USD"],
    ),
    ("ستوقع موسكو وأستانا الشهر المقبل اتفاقية لبناء محطة نووية.", ["KAZ+RUS agreement planned"]),
    ("لم توقع كازاخستان وأوزبكستان أي وثائق.", []),
    ("نفت كازاخستان توقيع عقد غاز مع الصين.", []),
    ("إذا وافق البرلمانان فقد توقع جورجيا وتركيا اتفاقا تجاريا.", []),
    ("تأمل الهند واليابان في إبرام اتفاق بشأن المعادن النادرة.", []),
    ("انضمت فنلندا إلى حلف شمال الأطلسي.", ["FIN accession announced"]),
    ("أصبحت إيران عضوا كامل العضوية في منظمة شنغهاي للتعاون.", ["IRN accession announced"]),
    ("انضم رئيس وزراء كازاخستان إلى المحادثات في بروكسل.", []),
    ("وقعت الولايات المتحدة وأوزبكستان مذكرة تفاهم بشأن المعادن الحيوية.", ["USA+UZB memorandum signed"]),
    ("وقعت شركة كازموناي غاز الكازاخستانية عقدا مع شركة إيني الإيطالية في روما.", ["ITA+KAZ deal signed"]),
    ("وعدت كوريا الجنوبية أوزبكستان بقرض قيمته مليارا دولار.", ["KOR+UZB pledge pledged 2000000000 USD"]),
    (
        "جرى في أبوظبي توقيع اتفاقية بين مصر والإمارات بقيمة 5.5 مليار دولار.",
        ["ARE+EGY agreement signed 5500000000 USD"],
    ),
    ("بحث الرئيسان التجارة والطاقة في طشقند.", []),
    ("وقعت تركمانستان مع إيران وأذربيجان اتفاقا ثلاثيا لمبادلة الغاز.", ["AZE+IRN+TKM agreement signed"]),
    ("وقعت كل من كازاخستان وأذربيجان وجورجيا اتفاقا لتطوير الممر الأوسط.", ["AZE+GEO+KAZ agreement signed"]),
    ("ستقدم الصين منحة قدرها 200 مليون يوان إلى طاجيكستان.", ["CHN+TJK pledge pledged 200000000 CNY"]),
    ("فشلت المجر وصربيا في توقيع اتفاق خط الأنابيب.", []),
    ("وقعت أنقرة وباكو إعلانا مشتركا للتحالف.", ["AZE+TUR declaration signed"]),
    ("اتفق الجانبان على مواصلة المشاورات.", []),
    ("تعتزم كازاخستان وروسيا توقيع مذكرة تعاون في الفضاء.", ["KAZ+RUS memorandum planned"]),
    (
        "وقّع الرئيس المصري عبد الفتاح السيسي وملك الأردن عبد الله الثاني اتفاقية للربط الكهربائي.",
        ["EGY+JOR agreement signed"],
    ),
    ("أعلن ترامب توصل الولايات المتحدة والصين إلى اتفاق تجاري.", ["CHN+USA agreement announced"]),
    ("وقعت السعودية اتفاقا مع باكستان للدفاع المشترك.", ["PAK+SAU agreement signed"]),
    (
        "كازاخستان وأوزبكستان توقعان صفقة بخمسة مليارات دولار\n\nأستانا - وقعت كازاخستان وأوزبكستان يوم الجمعة صفقة تجارية بقيمة 5 مليارات دولار. ومن أصل المبلغ يذهب ملياران إلى النقل.",
        ["KAZ+UZB deal signed 5000000000 USD"],
    ),
    (
        "وصل بوتين إلى بيشكيك. وبعد محادثات مع رئيس قيرغيزستان صدير جاباروف وقع الجانبان اتفاقا للدفاع الجوي.",
        ["KGZ+RUS agreement signed"],
    ),
    (
        "اجتمع قادة «سي 5+1» في البيت الأبيض. واعتمدت الولايات المتحدة ودول آسيا الوسطى الخمس بيانا مشتركا بشأن المعادن الحيوية.",
        ["KAZ+KGZ+TJK+TKM+USA+UZB declaration signed"],
    ),
    ("لم تناقش القمة انضمام أوكرانيا إلى حلف شمال الأطلسي.", []),
    ("تأمل أوكرانيا في الانضمام إلى الاتحاد الأوروبي بحلول 2030.", []),
    (
        "أعلن ترامب أن أوزبكستان ستستثمر 100 مليار دولار في الولايات المتحدة.",
        ["USA+UZB pledge pledged 100000000000 USD"],
    ),
    ("ارتفع الناتج المحلي لكازاخستان إلى 290 مليار دولار، ووقعت الحكومة عقدا مع شركة محلية.", []),
    (
        "وعلى هامش القمة وقعت إيطاليا وقيرغيزستان مذكرة تفاهم لتدريب الممرضين، فيما وقعت فرنسا وطاجيكستان اتفاق قرض بقيمة 50 مليون يورو.",
        ["FRA+TJK agreement signed 50000000 EUR", "ITA+KGZ memorandum signed"],
    ),
    (
        "وقعت شركة صينية ووزارة الطاقة الأوزبكية عقدا لبناء محطة شمسية بقيمة 350 مليون دولار.",
        ["CHN+UZB deal signed 350000000 USD"],
    ),
    ("قال محللون إن التوصل إلى اتفاق بين صربيا وكوسوفو غير مرجح.", []),
    ("بحث وفدا كازاخستان وقطر استثمارات بقيمة 3 مليارات دولار.", []),
    ("وقع الاتحاد الأوروبي وأوزبكستان اتفاقية شراكة وتعاون معززة في بروكسل.", ["EUE+UZB agreement signed"]),
    ("أعلن رئيس الوزراء الأرميني نيكول باشينيان أن يريفان وباكو وقعتا معاهدة سلام.", ["ARM+AZE agreement signed"]),
    (
        "وقعت مصر وقطر اتفاقا تستثمر الدوحة بموجبه 29 مليار دولار في مشروع سياحي.",
        ["EGY+QAT agreement signed 29000000000 USD"],
    ),
    ("تجاوزت استثمارات الصين في كازاخستان 25 مليار دولار.", []),
    ("وقعت الرياض وإسلام آباد اتفاقية دفاع مشترك.", ["PAK+SAU agreement signed"]),
    ("ستنضم كازاخستان إلى اتفاقات أبراهام، بحسب ما قال مسؤول أميركي.", ["KAZ accession planned"]),
    ("وقعت وزارة الدفاع التركية مع نظيرتها الأذربيجانية بروتوكولا للتدريب العسكري.", ["AZE+TUR agreement signed"]),
    (
        "تسلمت أوكرانيا قرضا بقيمة مليار يورو تعهد به الاتحاد الأوروبي العام الماضي.",
        ["EUE+UKR pledge pledged 1000000000 EUR"],
    ),
    ("وقع زلزال في قيرغيزستان، وأعلنت الحكومة حالة الطوارئ.", []),
    ("من المتوقع أن توقع مصر وروسيا عقد المحطة النووية الشهر المقبل.", ["EGY+RUS deal planned"]),
    ("ستقرض طوكيو هانوي 50 مليار ين لبناء مترو.", ["JPN+VNM pledge pledged 50000000000 JPY"]),
    ("وقع وزيرا الطاقة القطري والباكستاني في الدوحة عقدا لتوريد الغاز.", ["PAK+QAT deal signed"]),
    ("اتفقت أنقرة وبغداد على بناء خط أنابيب.", ["IRQ+TUR agreement announced"]),
    ("وقع رئيسا بولندا وأوكرانيا اتفاقا لعبور الحبوب.", ["POL+UKR agreement signed"]),
    ("شهد الرئيسان توقيع 37 اتفاقية بين البرازيل والصين.", ["BRA+CHN agreement signed"]),
    (
        "وقعت شركة بيكار التركية عقدا بثلاثة مليارات دولار مع وزارة الدفاع السعودية.",
        ["SAU+TUR deal signed 3000000000 USD"],
    ),
    ("أصبحت السويد العضو الثاني والثلاثين في حلف شمال الأطلسي.", ["SWE accession announced"]),
    ("تسعى الجبل الأسود إلى الانضمام للاتحاد الأوروبي.", []),
    ("علقت جورجيا محادثات الانضمام إلى الاتحاد الأوروبي.", []),
    ("وقعت روسيا وإيران معاهدة شراكة استراتيجية لمدة عشرين عاما.", ["IRN+RUS agreement signed"]),
    ("تعهدت بريطانيا بتقديم 40 مليون جنيه إسترليني لكينيا.", ["GBR+KEN pledge pledged 40000000 GBP"]),
    (
        "أعلنت الرئاسة المصرية توقيع اتفاق مع الإمارات لاستثمار 35 مليار دولار في رأس الحكمة.",
        ["ARE+EGY agreement signed 35000000000 USD"],
    ),
    ("وقّعت المملكة العربية السعودية والولايات المتحدة اتفاقية الدفاع الاستراتيجي.", ["SAU+USA agreement signed"]),
    ("من المقرر أن توقع كازاخستان وفرنسا عقدا لتوريد رادارات قبل نهاية العام.", ["FRA+KAZ deal planned"]),
    ("يهدف البلدان إلى رفع التبادل التجاري إلى 10 مليارات دولار.", []),
    (
        "قال وزير الخارجية العراقي فؤاد حسين إن بغداد وقعت مع أنقرة اتفاقا إطاريا بشأن المياه.",
        ["IRQ+TUR agreement signed"],
    ),
    ("أبدى رئيس الوزراء الهندي رغبته في توقيع اتفاق تجارة حرة مع سلطنة عمان.", []),
    ("وقع نادي الهلال السعودي عقدا مع لاعب برازيلي.", []),
    ("وقع الرئيس الروسي مرسوما بشأن التجارة مع بيلاروسيا.", []),
    ("انتهت في فبراير معاهدة روسيا والولايات المتحدة.", []),
    ("صادق برلمان كازاخستان على اتفاقية الشراكة مع منغوليا.", ["KAZ+MNG agreement signed"]),
    ("أعلنت الدنمارك حزمة مساعدات لأوكرانيا بقيمة 1.5 مليار يورو.", ["DNK+UKR pledge pledged 1500000000 EUR"]),
    ("وقعت جنوب أفريقيا ونيجيريا اتفاقيات في التعدين والصحة.", ["NGA+ZAF agreement signed"]),
    ("ستمنح هولندا مولدوفا 10 ملايين يورو لشراء الغاز.", ["MDA+NLD pledge pledged 10000000 EUR"]),
    ("تعتزم تشيلي وبيرو توقيع اتفاق بشأن الليثيوم.", ["CHL+PER agreement planned"]),
    ("وقعت رواندا والكونغو الديمقراطية في الدوحة إعلان مبادئ بوساطة قطرية.", ["COD+RWA declaration signed"]),
    ("وقعت اشتباكات على الحدود بين تايلاند وكمبوديا رغم الاتفاق.", []),
    ("توقع البنك الدولي نمو اقتصاد كازاخستان وأوزبكستان، مشيرا إلى اتفاق التجارة.", []),
    ("عقدت روسيا والصين جولة مشاورات بشأن اتفاقية الغاز.", []),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[str]) -> None:
    assert agreements(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_russian(text: str, expected: list[str]) -> None:
    assert agreements(text, "ru") == expected


@pytest.mark.parametrize(("text", "expected"), ARABIC)
def test_arabic(text: str, expected: list[str]) -> None:
    assert agreements(text, "ar") == expected


SECTORS = [
    (
        "en",
        "Kazakhstan and China signed deals in energy, transport and agriculture.",
        ["agriculture", "energy", "transport"],
    ),
    ("en", "Italy and Uzbekistan signed a memorandum on labour migration.", ["migration"]),
    ("en", "The energy ministry of Uzbekistan and Qatar signed an agreement.", []),
    (
        "ru",
        "Россия и Таджикистан подписали соглашение о поставках топлива и меморандум о строительстве школ.",
        ["education", "energy"],
    ),
    ("ru", "Казахстан и США подписали соглашение в сфере авиации и цифровых технологий.", ["aviation", "technology"]),
    ("ar", "وقعت كازاخستان والولايات المتحدة اتفاقية للطاقة والمعادن النادرة.", ["critical_minerals", "energy"]),
    ("ar", "وقعت روما وطشقند مذكرة تفاهم لتنظيم الهجرة.", ["migration"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SECTORS)
def test_sectors_are_those_of_what_is_agreed(language: str, text: str, expected: list[str]) -> None:
    assert sectors(text, language) == expected


SEED = "وأشار ترامب إلى أن بلاده وقعت اتفاقية للطاقة والمعادن النادرة مع كازاخستان بقيمة إجمالية تبلغ 17 مليار دولار."
CHANGES = [
    ("17 مليار دولار", "17 مليار دولار", ["KAZ+USA agreement signed 17000000000 USD"]),
    ("17 مليار", "٢٣ مليارا", ["KAZ+USA agreement signed 23000000000 USD"]),
    ("17 مليار دولار", "3.5 مليارات يورو", ["KAZ+USA agreement signed 3500000000 EUR"]),
    ("17 مليار دولار", "500 مليون دولار", ["KAZ+USA agreement signed 500000000 USD"]),
    ("كازاخستان", "أوزبكستان", ["USA+UZB agreement signed 17000000000 USD"]),
    ("اتفاقية للطاقة", "مذكرة تفاهم للطاقة", ["KAZ+USA memorandum signed 17000000000 USD"]),
    ("بلاده وقعت", "بلاده لم توقع", []),
    ("وأشار ترامب إلى أن بلاده وقعت", "ونفى ترامب أن تكون بلاده وقعت", []),
    ("بلاده وقعت", "بلاده ستوقع", ["KAZ+USA agreement planned 17000000000 USD"]),
]


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES)
def test_a_changed_word_changes_its_cell_and_nothing_else(old: str, new: str, expected: list[str]) -> None:
    assert agreements(SEED.replace(old, new), "ar") == expected


ENGLISH_SEED = "On Friday Kazakhstan and Japan signed a memorandum on rail transport worth $40 million in Astana."
ENGLISH_CHANGES = [
    ("Kazakhstan", "Kyrgyzstan", ["JPN+KGZ memorandum signed 40000000 USD"]),
    ("Japan", "the European Union", ["EUE+KAZ memorandum signed 40000000 USD"]),
    ("$40 million", "forty million euros", ["JPN+KAZ memorandum signed 40000000 EUR"]),
    ("a memorandum", "a contract", ["JPN+KAZ deal signed 40000000 USD"]),
    ("signed", "did not sign", []),
    ("signed", "could sign", []),
    ("signed", "hope to sign", []),
    ("signed", "will sign", ["JPN+KAZ memorandum planned 40000000 USD"]),
    (" worth $40 million", "", ["JPN+KAZ memorandum signed"]),
    ("On Friday Kazakhstan and Japan", "On Friday Japan and Kazakhstan", ["JPN+KAZ memorandum signed 40000000 USD"]),
    ("in Astana", "in Paris", ["JPN+KAZ memorandum signed 40000000 USD"]),
]


@pytest.mark.parametrize(("old", "new", "expected"), ENGLISH_CHANGES)
def test_a_changed_word_changes_an_english_row(old: str, new: str, expected: list[str]) -> None:
    assert agreements(ENGLISH_SEED.replace(old, new), "en") == expected


def test_each_cell_points_at_the_words_that_say_so() -> None:
    text = ENGLISH_SEED
    spans = {
        (claim.column, claim.value): text[claim.start : claim.end]
        for claim in find_agreements(read(text, "en"))
        if claim.start >= 0
    }
    assert spans == {
        ("kind", "memorandum"): "memorandum",
        ("status", "signed"): "signed",
        ("value_amount", 40_000_000): "$40 million",
        ("value_currency", "USD"): "$40 million",
        ("place_id", "JPN"): "Japan",
        ("place_id", "KAZ"): "Kazakhstan",
        ("sector", "transport"): "rail",
    }


def test_what_was_left_out_is_noted_with_its_reason() -> None:
    document = read("Kazakhstan and Japan did not sign a memorandum.", "en")
    find_agreements(document)
    assert [(rejection.rule, rejection.why) for rejection in document.rejections] == [("agreements/signing", "negated")]


# Where the parties stand, and how: each frame with each instrument is one signed paper of Kazakhstan and Uzbekistan.
FRAMES = {
    "en": (
        "Kazakhstan and Uzbekistan sealed {} on Friday.",
        "Kazakhstan inked {} with Uzbekistan.",
        "{} was signed between Kazakhstan and Uzbekistan.",
        "Kazakh and Uzbek officials put their signatures to {}.",
        "The presidents of Kazakhstan and Uzbekistan presided over the signing of {}.",
        "Following the talks between Kazakhstan and Uzbekistan, {} was signed.",
        "During Tokayev's visit to Uzbekistan the sides signed {}.",
        "Tokayev paid a visit to Tashkent, where the sides signed {}.",
        "Tokayev met Mirziyoyev in Tashkent. The two leaders then signed {}.",
        "Kazakhstan's energy ministry and its Uzbek counterpart signed {}.",
    ),
    "ru": (
        "Казахстан и Узбекистан заключили {}.",
        "Казахстан подписал {} с Узбекистаном.",
        "Министры энергетики Казахстана и Узбекистана подписали {}.",
        "По итогам переговоров Токаев и Мирзиёев подписали {}.",
        "В ходе визита Токаева в Узбекистан стороны подписали {}.",
        "Токаев прибыл в Узбекистан. Стороны подписали {}.",
    ),
    "ar": (
        "أبرمت كازاخستان وأوزبكستان {}.",
        "وقعت كازاخستان {} مع أوزبكستان.",
        "ووقع الرئيس الكازاخي قاسم جومرت توكاييف ونظيره الأوزبكي شوكت ميرضيائيف {}.",
        "التقى توكاييف ميرضيائيف في طشقند. ووقع الجانبان {}.",
        "وخلال زيارة توكاييف إلى أوزبكستان وقع الجانبان {}.",
        "وشهد رئيسا كازاخستان وأوزبكستان توقيع {}.",
    ),
}
PAPERS = {
    "en": {
        "a treaty on borders": "agreement",
        "a memorandum of understanding on water": "memorandum",
        "a contract for water pumps": "deal",
        "a joint communique on water": "declaration",
    },
    "ru": {
        "договор о границе": "agreement",
        "меморандум о взаимопонимании": "memorandum",
        "контракт на поставку насосов": "deal",
        "коммюнике": "declaration",
    },
    "ar": {
        "معاهدة للحدود": "agreement",
        "مذكرة تفاهم للمياه": "memorandum",
        "عقدا لتوريد المضخات": "deal",
        "بيانا مشتركا": "declaration",
        "محضر تعاون": "agreement",
    },
}


@pytest.mark.parametrize(
    ("language", "frame", "paper"),
    [(language, frame, paper) for language, frames in FRAMES.items() for frame in frames for paper in PAPERS[language]],
)
def test_a_paper_is_read_wherever_its_parties_stand(language: str, frame: str, paper: str) -> None:
    tables = extract(Article("a", frame.format(paper), language, dt.date(2025, 11, 7))).tables()
    found = [(row["kind"], row["status"]) for row in tables["agreements"]]
    assert found == [(PAPERS[language][paper], "signed")]
    assert {row["place_id"] for row in tables["agreement_parties"]} == {"KAZ", "UZB"}


_VISITS = {
    "en": "Talks between Kazakh President Kassym-Jomart Tokayev and his Uzbek counterpart Shavkat Mirziyoyev were held in Samarkand. The leaders also toured a car plant.",
    "ru": "В Самарканде прошли переговоры президента Казахстана Касым-Жомарта Токаева с его узбекским коллегой Шавкатом Мирзиёевым. Лидеры осмотрели и автомобильный завод.",
    "ar": "عقد رئيس كازاخستان قاسم جومارت توكاييف مباحثات في سمرقند مع نظيره الأوزبكي شوكت ميرضيائيف. وزار الزعيمان أيضا مصنعا للسيارات.",
}


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "An agreement on railways was signed.", "KAZ+UZB agreement signed"),
        ("en", "A treaty on water is expected to be finalised by the end of the year.", "KAZ+UZB agreement planned"),
        ("en", "A joint statement was adopted.", "KAZ+UZB declaration signed"),
        ("en", "Kazakhstan also signed an agreement on water with its neighbour.", "KAZ+UZB agreement signed"),
        ("ru", "Переговоры завершились подписанием соглашения о воде.", "KAZ+UZB agreement signed"),
        ("ru", "Соглашение о визах планируется подписать осенью.", "KAZ+UZB agreement planned"),
        ("ar", "وتم توقيع مذكرة تفاهم بشأن المياه.", "KAZ+UZB memorandum signed"),
        ("ar", "ومن المقرر توقيع اتفاقية بشأن التأشيرات في الخريف.", "KAZ+UZB agreement planned"),
        ("en", "The signing of an agreement on water was postponed.", ""),
        ("en", "The SCO summit adopted a joint statement.", ""),
        ("ru", "Парламент в Бишкеке ратифицировал договор о границе.", ""),
        ("ar", "ودعا الجانبان إلى توقيع اتفاقية بشأن التأشيرات.", ""),
    ],
)
def test_papers_that_nobody_is_said_to_sign_are_those_of_the_two_in_talks(
    language: str, sentence: str, expected: str
) -> None:
    found = agreements(f"{_VISITS[language]} {sentence}", language)
    assert found == ([expected] if expected else [])


def test_a_list_goes_on_from_the_sentence_that_says_papers_were_signed() -> None:
    text = "Russia and Kyrgyzstan exchanged seven documents. Among them are an accord on migration and a memorandum on health."
    assert sorted(agreements(text, "en")) == ["KGZ+RUS agreement signed", "KGZ+RUS memorandum signed"]


def test_what_a_summit_adopts_is_not_that_of_two_who_are_named() -> None:
    text = (
        "Президент Кыргызстана Садыр Жапаров назвал Венгрию мостом. По итогам саммита подписан и принят ряд документов: "
        "Будапештская декларация; решение о флаге."
    )
    assert agreements(text, "ru") == []


def test_a_sum_in_a_quotation_is_not_what_somebody_is_committed_to() -> None:
    text = (
        "Tokayev reaffirmed Kazakhstan's commitment to its partnership with the United States: “The United States is the "
        "largest investor, with over $100 billion in our economy.”"
    )
    assert agreements(text, "en") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An accord on water was concluded. The document was signed by Kazakhstan and Uzbekistan."),
        ("en", "The two delegations prepared an accord on water. Kazakhstan and Uzbekistan signed it on Friday."),
        ("ru", "Был подготовлен договор о воде. Документ подписали Казахстан и Узбекистан."),
    ],
)
def test_who_signed_a_paper_may_be_told_in_the_next_sentence(language: str, text: str) -> None:
    assert agreements(text, language) == ["KAZ+UZB agreement signed"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"{_VISITS['en']} The treaty on water was ratified on Friday."),
        ("ru", f"{_VISITS['ru']} Договор о воде был ратифицирован в пятницу."),
        (
            "en",
            "Kazakhstan's parliament met on Monday. Uzbekistan held elections. An agreement on railways was signed.",
        ),
    ],
)
def test_what_one_side_does_alone_and_two_who_never_met_make_no_agreement(language: str, text: str) -> None:
    assert agreements(text, language) == []


def test_a_list_goes_on_line_by_line() -> None:
    text = "Казахстан и Узбекистан подписали документы:\nсоглашение о воде;\nмеморандум о здравоохранении;\nсоглашение о визах."
    assert agreements(text, "ru") == [
        "KAZ+UZB agreement signed",
        "KAZ+UZB agreement signed",
        "KAZ+UZB memorandum signed",
    ]


def test_the_name_of_the_summit_beside_which_two_sign_adds_no_party() -> None:
    text = (
        "On the sidelines of the second Central Asia-U.S. Summit (C5+1) held in Washington, Tajikistan signed a series of "
        "agreements with American companies totaling more than $3.2 billion."
    )
    assert agreements(text, "en") == ["TJK+USA agreement signed 3200000000 USD"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The United Arab Emirates and Bahrain established relations with Israel under the Abraham Accords, and Morocco later joined them.", "en", ["MAR accession announced"]),
        ("Kazakhstan will join the Abraham Accords. The announcement, which came as Trump met the leaders of five Central Asian nations, marks the first country to join the Abraham Accords since 2020.", "en", ["KAZ accession planned"]),
        ("The Abraham Accords are normalization agreements signed between Israel and several Muslim-majority countries during Trump's first term.", "en", []),
        ("The accords are Trump's signature foreign policy achievement, and the White House wants Kazakhstan in the agreement.", "en", []),
        ("Kazakhstan is joining the Abraham Accords, Trump announced. He said a ceremony would take place soon to formalize the agreement.", "en", ["KAZ accession announced"]),
        ("Трамп объявил о присоединении Казахстана к «Соглашениям Авраама» — серии договоров о нормализации отношений.", "ru", ["KAZ accession announced"]),
        ("وأشار ترامب إلى أن بعض دول آسيا الوسطى الخمس ستنضم إلى اتفاقيات أبراهام.", "ar", []),
        ("Меморандум был подписан Казахстаном и спецпредставителем США по Южной и Центральной Азии.", "ru", ["KAZ+USA memorandum signed"]),
        ("Вашингтон и Астана готовили сделку. Это даст американцам металлы Центральной Азии. Соглашение о добыче стороны подписали 6 ноября.", "ru", ["KAZ+USA agreement signed"]),
        ("With Trump aiming to shore up his Gaza ceasefire deal, Washington is pushing to get support for it.", "en", []),
    ],
)  # fmt: skip
def test_what_accords_are_and_who_is_only_near_makes_no_other_deal(
    text: str, language: str, expected: list[str]
) -> None:
    assert agreements(text, language) == expected


def test_to_secure_is_a_purpose_and_no_deal() -> None:
    text = "Trump hosts the leaders of Kazakhstan and Uzbekistan to secure vital mineral deals."
    assert agreements(text, "en") == []
