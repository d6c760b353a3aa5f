"""People, organisations and places of one article."""

from __future__ import annotations

import functools
import pickle
from typing import TYPE_CHECKING

import msgspec
import pytest

import articles
from shilu.knowledge import authority
from shilu.reading.pronouns import antecedent
from shilu.reading.reader import analyse, read, read_many
from shilu.reading.times import times
from shilu.records import Article, Block, Dateline

if TYPE_CHECKING:
    from collections.abc import Callable

    from shilu.reading.analysis import Analysis
    from shilu.reading.tagger import Tagger
    from shilu.records import Entity


article = functools.partial(articles.article, outlet="自由亚洲电台")


@pytest.fixture
def analysed(tagger: Tagger) -> Callable[..., Analysis]:
    """Analyse an article of some paragraphs."""

    def run(*paragraphs: str, **more: object) -> Analysis:
        (found,) = analyse([article(*paragraphs, **more)], authority=authority(), tagger=tagger)  # type: ignore[arg-type]
        return found

    return run


def names(entities: tuple[Entity, ...]) -> list[str]:
    """The names of entities in their order."""
    return [entity.name for entity in entities]


PEOPLE = [
    # The two traps: a known name, and a name that the article itself establishes, decide the cut.
    (["美国国务卿布林肯定于当天与中国外长王毅会谈。"], ["布林肯", "王毅"]),
    (["教授王维正在接受采访时谈了三点。", "王维正表示，这不会改变局势。"], ["王维正"]),
    # The full name owns its parts.
    (["研究员扎克·库珀（Zack Cooper）说，形势未变。", "库珀还说，应当继续对话。"], ["扎克·库珀"]),
    (["分析师李明远说，市场反应平静。李明远补充说，明年会好转。"], ["李明远"]),
    # Four characters that the tagger cuts in two, last characters that it loses.
    (["香港特首林郑月娥周二会见记者。"], ["林郑月娥"]),
    # A known name behind a title, though its first two characters are a place's.
    (["日本国家安全保障局局长北村滋周五发表讲话。"], ["北村滋"]),
    # Traditional script stays as it is.
    (["烏克蘭總統澤倫斯基週五在基輔表示，將繼續抵抗。"], ["澤倫斯基"]),
    # A company that is called a member or partner is nobody of that name.
    (["合作伙伴Nike、UNIQLO等企业也拒用新疆棉。"], []),
    # Latin names alone, and their short forms.
    (["瑞银分析师Giovanni Rossi表示，油价将走高。Rossi称，需求强劲。"], ["Giovanni Rossi"]),
    # Those who made the report are not in it.
    (["（中央社記者王小明台北16日電）總統蔡英文今天出席典禮。（編輯：李大華）1130216"], ["蔡英文"]),
    (["韩国国防部长徐旭周五发言。", "徐部长承诺合作。"], ["徐旭"]),
    # A surname with a title belongs to the one who bears it.
    (["總統蔡英文今天發表談話。", "蔡總統強調，立場不變。"], ["蔡英文"]),
    # Rows of names share a title.
    (["前立法会议员梁国雄、何秀兰和李卓人出庭。"], ["梁国雄", "何秀兰", "李卓人"]),
    # Words that look like names.
    (["专家解读会谈成果。记者通话时得知，各方应继续努力。"], []),
    (["维多利亚公园周日举行集会。"], []),
    (["总统拜登和州长视察哈里斯县紧急行动中心。"], ["拜登"]),
    # A title that the tagger glues to a name with a dot.
    (["国务卿托尼·布林肯表示，会谈有益。"], ["托尼·布林肯"]),
    # A known name that the tagger takes for another word, with what shows that somebody is meant; a rice field is none.
    (["揭仲说，有此可能。"], ["揭仲"]),
    (["拜登于周五（3月12日）在线上会晤了日本、印度和澳大利亚领导人。"], ["拜登"]),
    (["附近最高的建筑，稻田围绕着领事馆的墙。"], []),
    # What stands behind a class of places is one, however its Latin name looks.
    (["警方在附近城镇马卡托瓦（Boca Tova）搜查，逮捕了罗西（Giovanni Rossi）。"], ["罗西"]),
    # 时 behind a name that stands behind its title is none of its characters.
    (["美国防长会晤韩国国防部长徐旭时表示欢迎。"], ["徐旭"]),
    # A Japanese surname alone is that of the full name.
    (["教授松田康博接受采访。", "松田还说，松田的看法没有改变。"], ["松田康博"]),
]


@pytest.mark.parametrize(("paragraphs", "expected"), PEOPLE)
def test_people(analysed: Callable[..., Analysis], paragraphs: list[str], expected: list[str]) -> None:
    """Every person once, by the fullest form, in the order of first mention."""
    assert names(analysed(*paragraphs).people) == expected


ROLES = [
    ("加拿大驻华使馆临时代办倪杰民确认了此事。", "倪杰民", "临时代办"),
    ("脸书（Facebook）创办人祖克柏（Mark Zuckerberg）说。", "祖克柏", "创办人"),
    ("年过六十的无锡居民马志强被拘留。", "马志强", "居民"),
    ("美国国务卿布林肯星期五抵达慕尼黑。", "布林肯", "美国国务卿"),
    ("王毅外长当天会见了客人。", "王毅", "外长"),
    ("清华大学国际关系学院教授张志远说，对话有益。", "张志远", "清华大学国际关系学院教授"),
    ("前美国驻华大使伯恩斯接受采访。", "伯恩斯", "前美国驻华大使"),
    ("张志远是北京的一名律师，他说案件没有进展。", "张志远", "律师"),
]


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_roles_as_stated(analysed: Callable[..., Analysis], text: str, name: str, role: str) -> None:
    """The role is what the article calls the person right before or behind the name."""
    (person,) = [p for p in analysed(text).people if p.name == name]
    assert person.role is not None
    assert role in person.role


ORGS = [
    ("中国外交部发言人汪文斌说，中方反对。外交部还说，已提出交涉。", ["中国外交部"]),
    ("拜登政府宣布新措施。", ["拜登政府"]),
    ("新加坡国立大学国际法中心主任在会上发言。", ["新加坡国立大学国际法中心"]),
    ("北大西洋公约组织（NATO）秘书长表示，NATO将加强防务。", ["北大西洋公约组织"]),
    ("香港《南华早报》报道，会谈将在下周举行。", ["南华早报"]),
    ("太平洋网络公司否认指控。", ["太平洋网络公司"]),
    ("美国公司和中国媒体都在关注，有关部门没有回应。", []),
    # Police stations and prosecutors by their full names.
    ("他被王石镇派出所的警察带走，清源派出所没有回应。", ["王石镇派出所", "清源派出所"]),
    ("案件移送茂名市茂南区检察院审查起诉。", ["茂名市茂南区检察院"]),
    # Hong Kong's radio where it is named, two places where it is not.
    ("香港电台收到劝谕，港台员工表示不满。港台艺人没有回应。", ["香港电台"]),
    ("港台艺人与品牌切割，中国人权受到关注。", []),
    # A short form that a bracket gives.
    ("国际电信联盟（下称“国际电联”）周二开会，国际电联没有表态。", ["国际电信联盟"]),
    # The parliament of the country the article speaks of.
    ("法国参议院周二投票。法国政府说，尊重国会的决定。", ["法国参议院", "法国政府", "法国国会"]),
    ("法国国会周二投票。国会没有说明原因。", ["法国国会"]),
    # The bodies of provinces and towns are not the state's; what only holds such a character is no town.
    ("云川市国家安全局抓了两人。", ["云川市国家安全局"]),
    ("美国犹他州众议院周二投票。", ["犹他州众议院"]),
    ("国家市场监督管理总局周二表态。", ["国家市场监督管理总局"]),
    # A body in front of a title that begins with a place's name, too; the party of somebody.
    ("欧洲议会议员和基民盟籍的代表都反对。", ["欧洲议会", "基民盟"]),
    # Another state's body, a company that says it is one, Latin names beside what tells of bodies.
    ("英国国家统计局指出，商店关门。", ["英国国家统计局"]),
    ("通用汽车（GM）宣布停产，GM公司没有解释。", ["通用汽车"]),
    ("研究机构Alderwick说，需求下降。Brimstow Bank资深分析师不同意。", ["Alderwick", "Brimstow Bank"]),
    # What is none.
    ("对于中央行使权力，宁夏代表团支持，流氓政权和科技公司沉默，美日同盟稳固。", []),
    ("飞机飞往台湾东南部，各大航空公司都在关注世界格局。", []),
    # A branch is named after no place alone, whichever of 公司 and 分公司 is looked at first.
    ("印度分公司负责人说，裁员不会停止。", []),
    # A word that only begins names is none.
    ("协会呼吁国际纺织服装品牌商尊重市场，再呼吁国际纺织服装品牌商支持。", []),
]


@pytest.mark.parametrize(("text", "expected"), ORGS)
def test_organisations(analysed: Callable[..., Analysis], text: str, expected: list[str]) -> None:
    """Whole names, joined from the tagger's pieces; general words are none."""
    found = analysed(text).orgs
    assert len(found) == len(expected)
    for entity, name in zip(found, expected, strict=True):
        known = authority().names_of(entity.id) if entity.id.startswith("o.") else ()
        assert name in {entity.name, *entity.also, *known}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他被关在北京市通州区看守所，后来送到南京市第三看守所。", ["北京市通州区看守所", "南京市第三看守所"]),
        ("大陆官员说，情况良好。", ["大陆"]),
        ("哥伦布没有发现新大陆，板块构成了大陆漂移。", []),
        ("保家卫国是军人的责任，歪曲卫国戍边官兵的事迹会受罚。", []),
    ],
)
def test_places(analysed: Callable[..., Analysis], text: str, expected: list[str]) -> None:
    """Where people are held has its whole name; a continent is no mainland, and 卫国 no country."""
    assert names(analysed(text).places) == expected


def test_a_poison_is_no_person(analysed: Callable[..., Analysis]) -> None:
    """诺维乔克 is the name of a poison."""
    assert names(analysed("实验室检出诺维乔克神经毒剂。诺维乔克是一种毒剂。").people) == []


def test_a_body_named_with_more_and_more_of_its_place(analysed: Callable[..., Analysis]) -> None:
    """A court named with province and city, with the city, and with its district is read whatever the order."""
    found = analysed(
        "济南市历下区法院星期五开庭。",
        "历下区法院表示，山东省济南市历下区法院将择日宣判。",
        "山东济南市历下区法院没有置评，济南历下区法院也没有。",
    )
    assert found.problems == ()
    assert all("法院" in org.name for org in found.orgs)


def test_short_and_latin_forms_join_their_organisation(analysed: Callable[..., Analysis]) -> None:
    """外交部 after 中国外交部, and NATO after its brackets, are mentions of the same body."""
    found = analysed("中国外交部发言人汪文斌说，中方反对。", "外交部还说，已提出交涉。").orgs
    assert [(m.block, m.text) for m in found[0].mentions] == [(0, "中国外交部"), (1, "外交部")]


def test_mentions_point_at_their_text(analysed: Callable[..., Analysis]) -> None:
    """The offsets of every mention give its text, in the article's own script."""
    found = analysed(
        "美國國務卿布林肯（Antony Blinken）16日在慕尼黑會見中國外長王毅。",
        "布林肯表示，美國將捍衛盟友。",
        title="布林肯會王毅",
    )
    blocks = {-1: found.article.title} | {i: block.text for i, block in enumerate(found.article.blocks)}
    mentions = [m for e in (*found.people, *found.orgs, *found.places) for m in e.mentions]
    assert len(mentions) >= 6
    assert all(blocks[m.block][m.start : m.end] == m.text for m in mentions)


def test_words_are_cut_anew_at_known_names(analysed: Callable[..., Analysis]) -> None:
    """Later steps see 布林肯|定于, whatever the tagger said first."""
    (sentence,) = analysed("美国国务卿布林肯定于当天与王毅会谈。").sentences()
    words = [token.text for token in sentence.tokens]
    assert "布林肯" in words
    assert "肯定" not in words


@pytest.mark.parametrize(
    ("published", "expected"), [("2024-02-16", "p.antony-blinken"), ("2020-12-01", "p.mike-pompeo"), (None, None)]
)
def test_a_title_alone_means_its_holder_on_the_day(
    analysed: Callable[..., Analysis], published: str | None, expected: str | None
) -> None:
    """美国国务卿 is whoever held the office when the article appeared, and nobody where the day is unknown."""
    found = [s.id for s in analysed("美国国务卿将于下周访问中东。", published=published).standings if s.how == "title"]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("外交部长没有评论。", ["p.wang-yi"]),
        ("加拿大总理和外交部长没有评论。", ["p.justin-trudeau"]),
        ("加拿大政府总理没有评论。", ["p.justin-trudeau"]),
        ("美国国务卿和国防部长抵达东京。", ["p.antony-blinken", "p.lloyd-austin"]),
        ("美国国务卿和外交部长没有评论。", ["p.antony-blinken", "p.wang-yi"]),
        ("七国集团其他成员国外交部长没有评论。", []),
        ("他同一百多个国家的外交部长通话。", []),
    ],
)
def test_whose_a_title_without_a_state_is(analysed: Callable[..., Analysis], text: str, expected: list[str]) -> None:
    """Of whom the article names, or of the state of the title before; those of many states are nobody."""
    found = analysed("布林肯与奥斯汀上周见了王毅。", text).standings
    assert [s.id for s in found if s.how == "title"] == expected


def test_of_several_in_an_office_nobody_is_meant(analysed: Callable[..., Analysis]) -> None:
    """40位领导人 are not the one whom the article names."""
    found = analysed("习近平上周会见了来宾。", "中国和美国等40位领导人出席峰会。").standings
    assert [s.id for s in found if s.how == "title"] == []


def test_a_latin_form_tells_namesakes_apart(analysed: Callable[..., Analysis]) -> None:
    """The senator Dan Sullivan is not the adviser Jake Sullivan, though both are 沙利文."""
    (person,) = analysed("美国参议员沙利文（Dan Sullivan）率团抵达。").people
    assert person.id != "p.jake-sullivan"
    couple = analysed(
        "委员会主席曼钦（Gayle Manchin）说，她很荣幸。", "盖尔·曼钦是参议员乔·曼钦（Joe Manchin）的妻子。"
    ).people
    assert [person.id for person in couple] == ["p.gayle-manchin", "p.joe-manchin"]


OTHERS = [
    ("弗洛伊德（Sigmund Freud）出版了《梦的解析》。", "弗洛伊德", "p.george-floyd"),
    ("执行长卡顿（Howard Catton）说，护士人手不足。", "卡顿", "p.tom-cotton"),
    ("斯嘉丽·约翰逊主演的影片星期五上映。", "斯嘉丽·约翰逊", "p.boris-johnson"),
    ("他的祖父弗雷德里克·特朗普是移民。", "弗雷德里克·特朗普", "p.donald-trump"),
    ("小唐纳德·特朗普在推特上发文。", "小唐纳德·特朗普", "p.donald-trump"),
]


@pytest.mark.parametrize(("text", "name", "known"), OTHERS)
def test_others_of_the_surname(analysed: Callable[..., Analysis], text: str, name: str, known: str) -> None:
    """A Latin name or a first name that is nothing like the known one's is another person's."""
    (person,) = analysed(text).people
    assert person.name == name
    assert person.id != known


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("俄罗斯总统普京（Vladimir Poutine）星期五发表讲话。", "p.vladimir-putin"),
        ("前总统贝拉克·奥巴马出席了仪式。", "p.barack-obama"),
        ("土耳其总统埃尔多安（Tayyip Erdogan）表示反对。", "p.recep-tayyip-erdogan"),
        ("昂山素季（Daw Aung San Suu Kyi）被捕。", "p.aung-san-suu-kyi"),
        ("《环球时报》总编辑胡锡进发表了看法。", "p.hu-xijin"),
        ("哈里和梅根接受了专访。", "p.prince-harry"),
    ],
)
def test_other_spellings_of_the_same(analysed: Callable[..., Analysis], text: str, known: str) -> None:
    """Spellings of other languages and renderings near the known one are the same person's."""
    assert known in [person.id for person in analysed(text).people]


def test_a_photographer_is_no_latin_name_of_who_is_shown(analysed: Callable[..., Analysis]) -> None:
    """What stands before a slash in brackets is a credit."""
    (person,) = analysed("加拿大总理特鲁多（Anna Rossi／某通讯社）").people
    assert (person.id, person.also) == ("p.justin-trudeau", ())


@pytest.mark.parametrize(
    "text",
    [
        "卫福部长星期五说明疫情。",
        "行政院长和卫福部长今天说，卫福部长将说明疫情。",
        "多名韩裔居民参加集会，陆媒没有报道。",
        "韩美外长星期四会谈，讨论云云。",
    ],
)
def test_words_that_the_tagger_takes_for_people(analysed: Callable[..., Analysis], text: str) -> None:
    """The beginning of a known body's name, descents, media and pairs of states are nobody."""
    assert analysed(text).people == ()


def test_a_correspondent_in_china_is_no_surname_with_title(analysed: Callable[..., Analysis]) -> None:
    """驻华记者 is nobody called 华."""
    (person,) = analysed("发言人华春莹说，已注意到有关情况。多名驻华记者提问，对在华记者的处境表示关切。").people
    assert [mention.text for mention in person.mentions] == ["华春莹"]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("美联储主席鲍威尔星期三说，经济在恢复。", "p.jerome-powell"),
        ("前美国国务卿鲍威尔曾在安理会发言。", "p.colin-powell"),
        ("市场等待鲍威尔讲话。", "p.jerome-powell"),
    ],
)
def test_two_of_a_name_by_office_and_day(analysed: Callable[..., Analysis], text: str, known: str) -> None:
    """The office decides, else who holds one on the day."""
    (person,) = analysed(text).people
    assert person.id == known


def test_another_man_of_the_name(analysed: Callable[..., Analysis]) -> None:
    """A teacher called 王毅 is not the minister in office."""
    (person,) = analysed("小学教师王毅说，学生们很高兴。").people
    assert person.id == "x.person.王毅"


def test_pronouns_only_where_certain(analysed: Callable[..., Analysis]) -> None:
    """他 is the only person before it; between two who do not speak it stays open."""
    found = analysed("布林肯星期五抵达。他说，会谈有益。", "布林肯与王毅会面。他随后离开。")
    one = antecedent(found, 0, found.article.blocks[0].text.index("他"), "他", authority())
    assert one is not None
    assert one.id == "p.antony-blinken"
    assert antecedent(found, 1, found.article.blocks[1].text.index("他"), "他", authority()) is None


def test_english_posts_have_the_latin_names_that_are_known(analysed: Callable[..., Analysis]) -> None:
    """In text without any Chinese the authority's Latin names are people, and no other words are."""
    found = analysed(
        "Secretary of State Antony Blinken met Wang Yi in Geneva on Friday. Officials said the talks were useful.",
        title="Ministers meet",
    )
    assert [person.id for person in found.people] == ["p.antony-blinken", "p.wang-yi"]
    assert [place.name for place in found.places] == ["Geneva"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Those who plan a safe Fed visit to China met the WHO.", {"o.who", "o.us.fed"}),
        ("Who says so? MPs and Nato, said Facebook.", {"o.nato", "o.co.facebook"}),
        ("他在facebook写道，bp与who的协议已经签署。", {"o.co.facebook", "o.co.bp", "o.who"}),
    ],
)
def test_words_of_english_prose_are_no_acronyms(
    analysed: Callable[..., Analysis], text: str, expected: set[str]
) -> None:
    """Case tells who from WHO where Latin text runs on; in Chinese text it tells nothing."""
    assert {org.id for org in analysed(text).orgs} == expected


def test_nothing_but_a_caption(tagger: Tagger) -> None:
    """Names and times of a caption are read where there is no other text."""
    only = article(published="2024-01-08")
    only = msgspec.structs.replace(only, blocks=(Block("caption", "国务卿布林肯星期五在日内瓦。（某通讯社）"),))
    reading = read(only, authority=authority(), tagger=tagger)
    assert names(reading.people) == ["布林肯"]
    assert [time.value for time in reading.times] == ["2024-01-05"]


def test_without_a_date_nothing_is_reckoned_from_it(tagger: Tagger) -> None:
    """星期五 and 今年2月 stay open where the day of publication is unknown; a whole date does not need it."""
    undated = article("张德海星期五说，今年2月将会谈，2023年5月1日曾会谈，同年10月再谈。", published=None)
    reading = read(undated, authority=authority(), tagger=tagger)
    assert [(time.text, time.value) for time in reading.times] == [
        ("星期五", None),
        ("今年2月", None),
        ("2023年5月1日", "2023-05-01"),
        ("同年10月", "2023-10"),
    ]


def test_half_a_megabyte(tagger: Tagger) -> None:
    """An article of 500 KB is read with every mention."""
    paragraph = "发言人张德海星期五说，会谈有益，没有提到布林肯。"
    long = article(*[paragraph] * (500_000 // len(paragraph.encode())))
    (found,) = analyse([long], authority=authority(), tagger=tagger)
    assert {person.name: len(person.mentions) for person in found.people} == {
        "张德海": len(long.blocks),
        "布林肯": len(long.blocks),
    }
    assert len(times(long)) == len(long.blocks)


ODD = [
    article("没有日期的报道。", published=None),
    article("The president met reporters in Washington on Friday.", title="English only"),
    article("王毅" + "说" * 50_000),
    article(),
    article(title="只有标题"),
    article("\u200b\ufeff�� ﷽ مرحبا Привет 🙂"),
]


@pytest.mark.parametrize("odd", ODD)
def test_odd_input_gives_a_reading(odd: Article, tagger: Tagger) -> None:
    """No article stops the reader, however strange."""
    reading = read(odd, authority=authority(), tagger=tagger)
    assert reading.article == "a"


def test_english_paragraphs_are_not_tagged(tagger: Tagger) -> None:
    """The model knows Chinese alone: of a bilingual article its Chinese is tagged, known names are found in both."""
    bilingual = article("布林肯说，会谈有益。", "Antony Blinken spoke. Amazon and Falcon did not.")
    (analysis,) = analyse([bilingual], authority=authority(), tagger=tagger)
    chinese, english = (text for text in analysis.texts if text.block >= 0)
    assert [token.text for token in chinese.sentences[0].tokens][:2] == ["布林肯", "说"]
    words = [(token.text, token.tag) for token in english.sentences[0].tokens]
    assert words[:4] == [("Antony", "nz"), ("Blinken", "nz"), ("spoke", "nz"), (".", "w")]
    assert [(m.block, m.text) for m in analysis.people[0].mentions] == [(0, "布林肯"), (1, "Antony Blinken")]
    assert analysis.orgs == ()


def test_many_at_once_read_as_one_by_one(tagger: Tagger) -> None:
    """Tagging articles together changes nothing in their readings, and these can go to another process."""
    articles = [article(*paragraphs) for paragraphs, _ in PEOPLE]
    together = read_many(articles, authority=authority(), tagger=tagger)
    assert together == [read(one, authority=authority(), tagger=tagger) for one in articles]
    assert pickle.loads(pickle.dumps(together)) == together  # noqa: S301 - our own bytes


def test_a_failing_step_costs_one_field(tagger: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a step raises becomes a problem of that article; the other fields and articles are read."""

    def broken(*_: object) -> None:
        raise ValueError("没有读成")

    monkeypatch.setattr("shilu.reading.reader.quotations", broken)
    reading, other = read_many(
        [article("王毅说，中方愿意对话。"), article("布林肯抵达北京。")], authority=authority(), tagger=tagger
    )
    assert [(p.field, p.code, p.evidence) for p in reading.problems] == [
        ("quotations", "step-failed", "ValueError: 没有读成")
    ]
    assert names(reading.people) == ["王毅"]
    assert names(other.people) == ["布林肯"]


def test_names_repeated_hundreds_of_times(tagger: Tagger) -> None:
    """Hundreds of paragraphs that repeat their names give every person once, with every mention."""
    paragraph = "美国国务卿布林肯16日在慕尼黑会见中国外长王毅。香港法院星期五开庭，拜登政府表示关切。"
    reading = read(article(*[paragraph] * 600), authority=authority(), tagger=tagger)
    assert names(reading.people) == ["布林肯", "王毅"]
    assert len(reading.people[0].mentions) == 600


@pytest.mark.parametrize(
    ("headline", "states"),
    [
        ("美：将继续支持盟友", ["l.us"]),
        ("美指中国干预市场", ["l.us", "l.cn"]),
        ("美指走强", []),  # the index of the dollar
        ("美促俄停火", ["l.us", "l.ru"]),
        ("韩美举行军演", ["l.kr", "l.us"]),
        ("日韩美商讨对策", ["l.jp", "l.kr", "l.us"]),
        ("关在巴中监狱的囚犯", []),
        ("巴中关系良好", ["l.pk", "l.cn"]),
        ("中国美食节", ["l.cn"]),
    ],
)
def test_states_in_headlines(analysed: Callable[..., Analysis], headline: str, states: list[str]) -> None:
    """Headlines cut states to one character: before a colon, and before what states do."""
    found = analysed("正文。", title=headline).standings
    assert [s.id for s in found if s.kind == "place" and s.block < 0 and not s.id.startswith("x.")] == states


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("习近平到校视察，一名实习老师说没有准备。", [["习近平"]]),
        ("习近平到校视察，习主席说要努力。", [["习近平", "习主席"]]),
        ("约翰逊疫苗星期一到货。", []),
    ],
)
def test_what_holds_letters_of_a_name(analysed: Callable[..., Analysis], text: str, who: list[list[str]]) -> None:
    """A surname with a title inside a word, and what a maker makes, are nobody."""
    assert [[mention.text for mention in person.mentions] for person in analysed(text).people] == who


@pytest.mark.parametrize(
    ("text", "orgs", "places"),
    [
        ("他是江苏省南京市人，原为农民。", [], ["江苏省", "南京市"]),
        ("协议又称Joint Comprehensive Plan of Action，各方仍在谈判。", [], []),
        ("汽车行业缺少芯片。", [], []),
    ],
)
def test_things_of_which_names_are_a_part(
    analysed: Callable[..., Analysis], text: str, orgs: list[str], places: list[str]
) -> None:
    """Where somebody comes from is a place; a word of a longer Latin name and a trade are no organisations."""
    found = analysed(text)
    assert [one.name for one in found.orgs] == orgs
    assert [one.name for one in found.places] == places


@pytest.mark.parametrize(("place", "whose"), [("台北", "o.tw.mofa"), ("華盛頓", "o.pw.mofa")])
def test_an_agency_at_home_calls_its_own_ministry_by_its_bare_name(
    analysed: Callable[..., Analysis], place: str, whose: str
) -> None:
    """外交部 in a report of a Taiwanese agency from Taipei is Taiwan's, whatever state it tells of most."""
    text = "帛琉總統將訪問台灣。外交部今天表示，帛琉與帛琉人民將獲贈船艇，帛琉政府表示感謝。"
    found = analysed(text, outlet="中央社", dateline=Dateline(place, "29日"))
    assert whose in {org.id for org in found.orgs}


def test_a_long_name_of_a_state_holds_no_people(analysed: Callable[..., Analysis]) -> None:
    """特立尼达和多巴哥 is one place; 印尼 that says where people are from is not 印 and 尼."""
    found = analysed("特立尼达和多巴哥是岛国。")
    assert ([person.name for person in found.people], [place.name for place in found.places]) == (
        [],
        ["特立尼达和多巴哥"],
    )
    found = analysed("当局宣布暂停引进印尼籍移工。")
    assert [standing.name for standing in found.standings if standing.how == "compound"] == []
