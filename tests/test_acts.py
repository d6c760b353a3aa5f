"""Political acts other than encounters: type, who did it to whom, status, and what is no act."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from articles import article
from shilu.knowledge import authority
from shilu.reading.events.lexicon import data
from shilu.reading.events.plover import plover
from shilu.reading.reader import read_many
from shilu.records import Plover
from shilu.wording import court_stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from shilu.reading.tagger import Tagger
    from shilu.records import Event

    Read = Callable[..., tuple[Event, ...]]


@pytest.fixture
def read(tagger: Tagger) -> Read:
    """The events of an article of some paragraphs, published on Friday 16 February 2024."""

    def run(*paragraphs: str, title: str = "") -> tuple[Event, ...]:
        (reading,) = read_many(
            [article(*paragraphs, title=title, outlet="江声报")], authority=authority(), tagger=tagger
        )
        assert not [problem for problem in reading.problems if problem.code == "step-failed"]
        return reading.events

    return run


def brief(event: Event) -> tuple[str, str, str]:
    """Type, actors and recipients."""
    actors, recipients = ("、".join(one.name for one in those) for those in (event.actors, event.recipients))
    return (event.type, actors, recipients)


ACTS = [
    # Who announces acts himself; who held an office once, or runs a firm, acts for nobody.
    ("美国宣布伊朗违反协议，恢复制裁伊朗。", [("ACCUSE", "美国", "伊朗"), ("SANCTION", "美国", "伊朗")]),
    ("英国政府宣布俄罗斯应对毒杀案负责，驱逐23名俄罗斯外交官。", [("SANCTION", "英国政府", "俄罗斯")]),
    ("联合国呼吁印度与巴基斯坦加强合作。", [("REQUEST", "联合国", "印度、巴基斯坦")]),
    ("伊朗逮捕两名法国公民。", [("COERCE", "伊朗", "法国")]),
    ("中国海警在钓鱼岛加强巡逻。", [("MOBILIZE", "中国海警", "")]),
    # Forces, accounts, networks, crowds; consumers of a state boycott.
    ("韩国增加驻军。", [("MOBILIZE", "韩国", "")]),
    ("乌克兰国防部说，将加强部队训练。", [("MOBILIZE", "乌克兰国防部", "")]),
    ("伊朗军方周三对示威者大开杀戒。", [("ASSAULT", "伊朗军方", "")]),
    ("香港警方冻结许文的银行账户。", [("COERCE", "香港警方", "许文")]),
    ("俄罗斯周三降低推特的访问速度。", [("COERCE", "俄罗斯", "推特")]),
    ("民众周三向缅甸军方表达抗议。", [("PROTEST", "民众", "缅甸军方")]),
    ("韩国政府就教科书欺骗学生向日本表示抗议。", [("ACCUSE", "韩国政府", "日本")]),
    # A time belongs to no name behind it; members of a body are not it.
    ("拜登上任以来美军第三次穿越台海。", [("MOBILIZE", "美军", "")]),
    ("中国政协委员建议韩国降税。", [("REQUEST", "中国政协委员", "韩国")]),
    # Who holds an office of a body acts for it where nobody is named; an envoy on a state is not its.
    ("北约秘书长周三批评俄罗斯。", [("ACCUSE", "北约", "俄罗斯")]),
    ("世卫组织总干事批评巴西。", [("ACCUSE", "世卫组织", "巴西")]),
    ("联合国特使周三谴责叙利亚政府。", [("ACCUSE", "联合国", "叙利亚政府")]),
    ("联合国也门问题特使周三谴责伊朗。", [("ACCUSE", "联合国", "伊朗")]),
    ("国际特赦组织秘书长谴责埃及。", [("ACCUSE", "国际特赦组织", "埃及")]),
    ("美国交通部监察长批评印度。", [("ACCUSE", "美国交通部", "印度")]),
    # Of two in ties one is asked; people of a state who are tried are not it.
    ("美国敦促巴拉圭与古巴断交。", [("REQUEST", "美国", "巴拉圭")]),
    ("美国敦促日本和韩国合作。", [("REQUEST", "美国", "日本、韩国")]),
    ("伊朗周三审判两名英国公民。", [("ACCUSE", "伊朗", "")]),
    # Another than he who says it, and than they who are only meant, does what the next clause tells.
    (
        "俄罗斯外交部声称德国、法国以此为借口，对白俄罗斯实施制裁。",
        [("SANCTION", "德国", "白俄罗斯"), ("SANCTION", "法国", "白俄罗斯")],
    ),
    ("乌克兰声称击落了俄罗斯战机。", [("ASSAULT", "乌克兰", "俄罗斯")]),
    ("伊朗宣称逮捕了美国间谍。", [("COERCE", "伊朗", "美国")]),
    ("学生周三冲出校门，校方加强管控，还勒令删除视频。", []),
    ("近日少数西方势力批评中国。", [("ACCUSE", "少数西方势力", "中国")]),
    # Words and how they stand.
    ("日本扣留并暂扣俄罗斯渔船。", [("COERCE", "日本", "俄罗斯")]),
    ("意大利议员周三投下反对票。", [("REJECT", "意大利", "")]),
    ("六名专家将矛头指向俄罗斯。", [("ACCUSE", "六名专家", "俄罗斯")]),
    ("加拿大外交部长对审判深感不安。", [("ACCUSE", "加拿大", "")]),
    ("何文获准保释，香港法院周三开庭。", [("CONCEDE", "香港", "")]),
    ("美韩周三展开联合军演。", [("COOPERATE", "美国、韩国", "")]),
    ("普京说，乌克兰总统贪腐。", [("ACCUSE", "普京", "乌克兰")]),
    ("以色列得到美国的支持。", [("SUPPORT", "美国", "以色列")]),
    ("德国增加对乌克兰的武器援助。", [("AID", "德国", "乌克兰")]),
    ("欧盟扩大对缅甸的武器禁运。", [("SANCTION", "欧盟", "缅甸")]),
    ("俄军准备好导弹后轰炸了基辅。", [("ASSAULT", "俄军", "乌克兰")]),
    ("发言人称以色列军队攻击叙利亚军方。", [("ASSAULT", "以色列军队", "叙利亚军方")]),
    # Who make a statement together do not blame each other; another who does so blames one of them.
    ("王毅和拉夫罗夫发表联合声明，指责美国干涉内政。", [("ACCUSE", "王毅", "美国"), ("ACCUSE", "拉夫罗夫", "美国")]),
    ("韩国和日本发表联合声明，俄罗斯谴责日本干涉内政。", [("ACCUSE", "俄罗斯", "日本")]),
    # Whither something is sent; whose goods they are; what is told at which part of the day.
    ("美国向波兰部署三千名士兵。", [("MOBILIZE", "美国", "波兰")]),
    ("美国对中国商品加征25%的关税。", [("SANCTION", "美国", "中国")]),
    ("中国外交部下午谴责日本。", [("ACCUSE", "中国外交部", "日本")]),
    ("伊朗向俄罗斯移交8架无人机。", [("AID", "伊朗", "俄罗斯")]),
    ("美国撤销对伊朗的制裁豁免。", [("SANCTION", "美国", "伊朗")]),
    # What only says why somebody does it is another's; bodies tell what they have done themselves.
    ("美国因入侵科威特制裁伊拉克。", [("SANCTION", "美国", "伊拉克")]),
    ("以色列军方说，打死一名哈马斯指挥官。", [("ASSAULT", "以色列军方", "哈马斯")]),
    ("日本政府说，已驱逐一名俄罗斯外交官。", [("SANCTION", "日本政府", "俄罗斯")]),
    # Both clash; the first breaks with the other.
    ("亚美尼亚与阿塞拜疆交战。", [("ASSAULT", "亚美尼亚", "阿塞拜疆"), ("ASSAULT", "阿塞拜疆", "亚美尼亚")]),
    ("尼加拉瓜宣布与台湾断交。", [("SANCTION", "尼加拉瓜", "台湾")]),
    # Those who refuse and condemn, behind what others propose and do.
    ("韩国的提议遭朝鲜拒绝。", [("REJECT", "朝鲜", "韩国")]),
    ("塔利班禁止女性上学，招致联合国批评。", [("ACCUSE", "联合国", "塔利班")]),
    ("伊朗各地爆发大规模抗议。", [("PROTEST", "伊朗抗议者", "")]),
    # Whom 对其 and 该国 mean, and of whom something is asked that names nobody.
    ("美国谴责伊朗，并对其实施制裁。", [("ACCUSE", "美国", "伊朗"), ("SANCTION", "美国", "伊朗")]),
    ("美国谴责伊朗并对其加以制裁。", [("ACCUSE", "美国", "伊朗"), ("SANCTION", "美国", "伊朗")]),
    ("日本支持菲律宾，并向该国提供援助。", [("SUPPORT", "日本", "菲律宾"), ("AID", "日本", "菲律宾")]),
    ("日本谴责朝鲜，要求停止发射导弹。", [("ACCUSE", "日本", "朝鲜"), ("REQUEST", "日本", "朝鲜")]),
    ("欧盟谴责白俄罗斯，要求其释放记者。", [("ACCUSE", "欧盟", "白俄罗斯"), ("REQUEST", "欧盟", "白俄罗斯")]),
    ("伊朗海军扣押一艘韩国油轮。", [("COERCE", "伊朗海军", "韩国")]),
    ("加拿大逮捕了孟晚舟。", [("COERCE", "加拿大", "孟晚舟")]),
    # Where it is done says no manner; what is levied is a sanction of whose goods it is.
    ("缅甸安全部队在全国各地逮捕了90多人。", [("COERCE", "缅甸安全部队", "")]),
    ("周末缅甸军方在主要城市部署了装甲车和士兵。", [("MOBILIZE", "缅甸军方", "")]),
    ("中国宣布对澳大利亚葡萄酒征收最高218.4%的反倾销税。", [("SANCTION", "中国", "澳大利亚")]),
    # What a protest is about is another's deed, wherever 对 stands in it.
    (
        "俄罗斯大使14日约见日本外务省官员，就欧盟外长会作出单边对俄制裁决定，向日方提出抗议。",
        [
            ("CONSULT", "俄罗斯、日本外务省", ""),
            ("CONSULT", "欧盟", ""),
            ("SANCTION", "欧盟", "俄罗斯"),
            ("ACCUSE", "俄罗斯", "日本"),
        ],
    ),
    ("日本就法国借口人权问题作出对德国制裁决定提出抗议。", [("ACCUSE", "日本", "法国"), ("SANCTION", "法国", "德国")]),
    ("日本就法国宣布对德国制裁表示遗憾。", [("ACCUSE", "日本", "法国"), ("SANCTION", "法国", "德国")]),
    # A declaration is theirs who issued it in the sentence.
    (
        "2月15日，缅甸外交部发声明称，韩国的做法是“捏造”；声明还称日本企图孤立和扼杀缅甸。",
        [("REJECT", "缅甸外交部", "韩国"), ("ACCUSE", "缅甸外交部", "日本")],
    ),
    ("受民众欢迎的英国大使吴若兰谴责伊朗。", [("ACCUSE", "吴若兰", "伊朗")]),
    # Who is to pay is threatened by who says so, be it in a condition or not.
    ("日本外相上川阳子警告，如果俄罗斯动武，俄罗斯将付出代价。", [("THREATEN", "上川阳子", "俄罗斯")]),
    ("美国总统拜登说，如果俄罗斯入侵，将面临严重后果。", [("THREATEN", "拜登", "俄罗斯")]),
    # Whom others supply, or whose matter it is, is not sanctioned; nor is it his company's report.
    ("日本制裁向伊朗提供技术的韩国企业。", [("SANCTION", "日本", "")]),
    ("日本制裁对香港局势负有责任的韩国官员。", [("SANCTION", "日本", "")]),
    ("日本记者报告批评韩国。", []),
    ("日本政府不满意韩国的提议。", []),
    ("布林肯认定法官有罪。", []),
    ("日本警方说，已经逮捕幕后黑手，韩国警方协助。", [("COERCE", "日本警方", "")]),
    ("日本外相上川阳子对来访的王毅表示严重关切。", [("CONSULT", "上川阳子、王毅", ""), ("ACCUSE", "上川阳子", "王毅")]),
    ("日本重启一些贸易磋商，帛琉总统惠恕仁挺台。", [("SUPPORT", "惠恕仁", "台湾")]),
    ("缅甸军方星期六镇压示威者，12个国家的国防部长罕见发表声明，谴责缅甸军政府。", [("ASSAULT", "缅甸军方", "")]),
    # The paper in which a body says something, words in quotation marks, what is lifted or cut for another.
    ("韩国外交部的年度人权报告批评缅甸。", [("ACCUSE", "韩国外交部", "缅甸")]),
    ("“韩国的行为是不可接受的，”日本外相上川阳子说。", [("ACCUSE", "上川阳子", "韩国")]),
    ("日本取消对韩国的关税。", [("CONCEDE", "日本", "韩国")]),
    ("日本暂停对缅甸的援助。", [("SANCTION", "日本", "缅甸")]),
    ("日本外务省星期五宣布，将十家韩国企业列入实体清单。", [("SANCTION", "日本外务省", "")]),
    ("日本否决了韩国的提案。", [("REJECT", "日本", "韩国")]),
    ("日本表示不会承认缅甸的选举结果。", [("REJECT", "日本", "缅甸")]),
    ("日本向缅甸提供一百万剂疫苗。", [("AID", "日本", "缅甸")]),
    ("日本外相上川阳子形容缅甸的做法是种族灭绝。", [("ACCUSE", "上川阳子", "缅甸")]),
    # 华, 台 and 中 behind 对 are states, whatever the tagger takes them for.
    ("日本对华实施制裁。", [("SANCTION", "日本", "中国")]),
    ("日本对台提供疫苗。", [("AID", "日本", "台湾")]),
    # 法 of 法国 is no law, nor is 部分 before others a part.
    ("日本要求法国取消关税。", [("REQUEST", "日本", "法国")]),
    # What 对 leads to may go on behind a comma.
    (
        "日本外务省宣布对包括众议员，参议员，多名学者等的11名韩国人进行制裁。",
        [("SANCTION", "日本外务省", "")],
    ),
    (
        "日本外相上川阳子对韩国通过允许开火的法律，以及韩国在近海的行动表示严重忧虑。",
        [("ACCUSE", "上川阳子", "韩国")],
    ),
    # What is said of a measure whose author stands elsewhere; who is to pay; what is reserved.
    ("日本外务省认为此举侵犯日本的主权。", [("ACCUSE", "日本外务省", "")]),
    ("日本外相上川阳子说，俄罗斯将为此付出代价。", [("THREATEN", "上川阳子", "俄罗斯")]),
    ("日本外务省说，日方保留采取进一步措施的权利。", [("THREATEN", "日本", "")]),
    # Brussels is the Union.
    ("布鲁塞尔谴责俄罗斯。", [("ACCUSE", "欧洲联盟", "俄罗斯")]),
    ("日本驱逐三名韩国记者。", [("SANCTION", "日本", "韩国")]),
    # What only says of what kind a thing is judges nobody, nor is a lie judged that is told of.
    ("日本外相上川阳子说，韩国渔船是在躲避恶劣气候。", []),
    ("日本宣布制裁“恶意传播谎言和虚假信息”的机构。", [("SANCTION", "日本", "")]),
    ("日本外相上川阳子说，韩国的指责是彻头彻尾的谎言。", [("REJECT", "上川阳子", "韩国")]),
    # Bodies that every state has are nobody; whom one speaks to protest, not he.
    ("通胀加剧，将迫使各国央行升息。", []),
    ("学者史密斯在日内瓦对参加抗议中国政策集会的民众讲话。", []),
    ("检测员最终被判定为无症状感染者。", []),
    ("江声市记者今天召开记者陈文雄被捕四周年记者会。", []),
    ("英国保守党前党魁史密斯谴责伊朗。", [("ACCUSE", "史密斯", "伊朗")]),
    # Of two who are told to speak, the nearer goes on.
    (
        "朝鲜外务省官员李明说，美国呼吁对缅甸实施更多制裁，并谴责缅甸军方。",
        [("REQUEST", "美国", ""), ("ACCUSE", "美国", "缅甸军方")],
    ),
    # What a body without a name is asked to do, who asks does not do; 朝 leads to whom it is done.
    ("德国周五要求军方停止镇压示威者，尊重人民意愿，释放昂山素季等人。", [("REQUEST", "德国", "")]),
    ("缅甸军警11日朝反对军政府的民众开火。", [("ASSAULT", "缅甸", "")]),
    # Somebody and his kin are not the two who were named before.
    ("布林肯和王毅是外长。山东农民在中国上访，其夫妇二人被警方拘留。", [("COERCE", "中国警方", "")]),
    # A missile is nobody; what one state plans is not done by the other that speaks of it.
    ("韩国星期五部署萨德系统。", [("MOBILIZE", "韩国", "")]),
    ("中国周二就欧盟计划对中国侵犯人权的行为实施制裁向欧盟发出警告。", [("SANCTION", "欧盟", "中国")]),
    ("德国法院周五审理两名被控在德国从事间谍活动的男子案件。", [("ACCUSE", "德国法院", "")]),
    # Who is a part of a parliament, and whom a person is to be handed over by.
    ("美国国会众议院的中国特别工作组批评伊朗。", [("ACCUSE", "美国国会众议院", "伊朗")]),
    ("白俄罗斯要求立陶宛引渡季哈诺夫斯卡娅。", [("REQUEST", "白俄罗斯", "立陶宛")]),
    # The name of a crime is no deed.
    ("台湾警方14日依恐吓危安罪嫌将少年函请地方法院侦办。", []),
    # Who speaks without a name, and what is drawn from somebody.
    ("三名学者批评了这项政策。", [("ACCUSE", "三名学者", "")]),
    ("议员们要求日本政府制裁缅甸军方，不过这项议案没有通过。", [("REQUEST", "议员们", "日本政府")]),
    ("这项决定引发日本强烈不满。", [("ACCUSE", "日本", "")]),
    ("韩国外交部则批“双重标准”。", [("ACCUSE", "韩国外交部", "")]),
    # What is judged without the name of him who did it.
    ("布林肯说，伊朗的做法威胁以规则为基础的国际秩序。", [("ACCUSE", "布林肯", "")]),
    ("英国外交大臣拉布表示，修改香港选举制度将进一步破坏国际社会的信任。", [("ACCUSE", "拉布", "")]),
    # Bodies that do it are named, with their state where the text does not.
    ("陈文雄被河内检方批捕。", [("COERCE", "河内检方", "陈文雄")]),
    ("越南记者陈文雄在家中被国保人员强行带走。", [("COERCE", "越南国保人员", "陈文雄")]),
    ("越南记者陈文雄周三被以煽动罪判处有期徒刑三年。", [("COERCE", "越南", "陈文雄")]),
    ("记者史密斯2018年被加拿大警方应美国要求拘捕。", [("COERCE", "加拿大警方", "史密斯")]),
    ("缅甸警方向抗议者开枪。", [("ASSAULT", "缅甸", "")]),
    ("日本警方约谈了三家互联网公司。", [("COERCE", "日本警方", "")]),
    ("缅甸各地再度爆发反政变抗议活动。", [("PROTEST", "缅甸抗议者", "")]),
    ("日本政府表达了担忧。", [("ACCUSE", "日本政府", "")]),
    ("美国国务院把俄罗斯归类为极权国家。", [("ACCUSE", "美国国务院", "俄罗斯")]),
    ("普京警告日本政府，报复会随之而来。", [("THREATEN", "普京", "日本政府")]),
    # Parliaments, envoys, privileges, licences, ships.
    ("美国参议院通过了新的预算法案。", [("SUPPORT", "美国参议院", "")]),
    ("加拿大政府召回驻法大使。", [("SANCTION", "加拿大政府", "法国")]),
    ("俄罗斯政府周三将驻美国大使史密斯召回莫斯科。", [("SANCTION", "俄罗斯政府", "美国")]),
    ("英国取消对伊朗的特殊待遇。", [("SANCTION", "英国", "伊朗")]),
    ("韩国政府放宽入境限制。", [("CONCEDE", "韩国政府", "")]),
    ("韩国渔船只在附近集结。", [("MOBILIZE", "韩国", "")]),
    ("反政变活动人士周三发起更大规模的罢工。", [("PROTEST", "反政变活动人士", "")]),
    ("美国和韩国正在举行军事演习。", [("COOPERATE", "美国、韩国", "")]),
    ("法国要求企业公布名单。", [("REQUEST", "法国", "")]),
    ("普京警告伊朗会以坚定行动回应。", [("ACCUSE", "普京", "伊朗")]),
    # Before whose house it is said; who voices concern over what is put down puts nothing down.
    (
        "日本外务省外出现罕见一幕，近30位外交官到场声援，并谴责中国。",
        [("SUPPORT", "30位外交官", ""), ("ACCUSE", "30位外交官", "中国")],
    ),
    ("拜登强调了对北京的镇压。", []),
    # How several do it, whom somebody follows, and who is made to do it.
    (
        "日本和韩国联手就人权议题制裁朝鲜。",
        [("SANCTION", "日本", "朝鲜"), ("SANCTION", "韩国", "朝鲜")],
    ),
    ("加拿大跟随日本制裁俄罗斯。", [("SANCTION", "加拿大", "俄罗斯"), ("SANCTION", "日本", "俄罗斯")]),
    ("日本跟随美国的立场谴责俄罗斯。", [("ACCUSE", "日本", "俄罗斯")]),
    ("中国和俄罗斯携手为和平努力。", [("COOPERATE", "中国、俄罗斯", "")]),
    ("俄罗斯违反国际法入侵乌克兰。", [("ASSAULT", "俄罗斯", "乌克兰")]),
    ("俄罗斯胁迫巴拉圭与日本断交。", [("COERCE", "俄罗斯", "巴拉圭、日本")]),
    ("日本称，伊朗去年违反制裁。", [("ACCUSE", "日本", "伊朗")]),
    ("德国外长说，俄罗斯贼喊捉贼。", [("ACCUSE", "德国", "俄罗斯")]),
    # What is done to a territory is done to it; of all to whom something was done, no deed is told.
    ("中国全国人大通过修改香港选举制度的决定。", [("COERCE", "中国全国人大", "香港")]),
    ("英国议会通过决议谴责日本。", [("SUPPORT", "英国议会", ""), ("ACCUSE", "英国议会", "日本")]),
    ("英国外相说，修改香港选举制度破坏国际社会对中国的信任。", []),
    ("被缅甸军方射杀的都是平民。", []),
    ("星期三遭美国制裁的都是缅甸军方高层。", [("SANCTION", "美国", "")]),
    # The body for which people vote is not who is blamed.
    ("美国国务院对香港立法会选举被推迟深表关切。", [("ACCUSE", "美国国务院", "")]),
    # What nobody does is no act of anybody.
    ("日本参议院的会议在无人反对下结束，史密斯出任部长。", []),
    ("中国全国人大通过香港选举新规。", [("COERCE", "中国全国人大", "香港")]),
    ("数百名示威者周六在亚特兰大市区的议会大厦外集会。", [("PROTEST", "示威者", "")]),
    # What befell others is not somebody; to be tried is another deed than to be kept in prison.
    (
        "美国制裁伊朗后，被伊朗政府拘留两年的美国记者史密斯星期一受审。",
        [("SANCTION", "美国", "伊朗"), ("COERCE", "伊朗政府", "史密斯"), ("ACCUSE", "伊朗", "史密斯")],
    ),
    # People without a name ask, and blame their own government.
    ("女权组织呼吁民众参加游行。", [("REQUEST", "女权组织", "")]),
    ("越南南部的一些团体指责政府背叛承诺。", [("ACCUSE", "一些团体", "越南")]),
    # What somebody has written or said speaks for him.
    ("布林肯的讲话敦促韩国加入。", [("REQUEST", "布林肯", "韩国")]),
    ("布林肯提到了对中国贸易行为的担忧。", [("ACCUSE", "布林肯", "中国")]),
    # Sanctions in return need nobody named; who agrees to impose them does nothing else.
    ("伊朗随即反制。", [("SANCTION", "伊朗", "")]),
    ("美中因贸易问题相互制裁。", [("SANCTION", "美国", "中国"), ("SANCTION", "中国", "美国")]),
    ("欧盟同意制裁俄罗斯官员。", [("SANCTION", "欧盟", "俄罗斯")]),
    ("美日两国同意在中国与台湾发生冲突时密切合作。", [("AGREE", "美国、日本", "")]),
    ("日本政府将捐助25万美元，对抗疫情。", [("AID", "日本政府", "")]),
    # What is told as somebody's guilt is done by him who is blamed.
    ("联合国安理会谴责安全部队使用武力，镇压示威者。", [("ACCUSE", "联合国安理会", "")]),
    # 前天 is no place in front of a state.
    ("王毅强调，美国前天在香港问题上再次升级，对中国实施制裁。", [("SANCTION", "美国", "中国")]),
    # What it means to a bond is no bond made.
    ("菅义伟成为首次会见的外国领袖，对美日同盟关系具有象征意义。", []),
    # Who is named in the charge is not the one arrested.
    (
        "乌克兰前总统波罗申科被控推翻前任总统泽连斯基被捕。",
        [("ACCUSE", "乌克兰", "波罗申科"), ("COERCE", "乌克兰", "波罗申科")],
    ),
    # A warning with a condition.
    ("俄罗斯警告乌克兰，如果还想谈判，最好不要进攻。", [("THREATEN", "俄罗斯", "乌克兰")]),
    # Who is set free was arrested before.
    ("缅甸军政府今天释放600多名被关押的民众。", [("RETREAT", "缅甸军政府", "")]),
    # Lists that leave some out, of those who come from several states, and of unions.
    ("议长佩洛西就国际社会对俄罗斯实施制裁发表声明。", []),
    ("官员表示，中国与澳大利亚关系正常化是改善关系的前提条件。", []),
    ("马斯克表示，如果特斯拉违法，工厂会被关闭。", []),
    ("日本召见了大使，强调俄罗斯的做法不妥，并对朝鲜表示抗议。", [("ACCUSE", "日本", "朝鲜")]),
    ("中俄外长发表联合声明，不点名地批评美国。", [("ACCUSE", "中国", "美国"), ("ACCUSE", "俄罗斯", "美国")]),
    ("美国宣布立即暂停与缅甸所有贸易往来。", [("SANCTION", "美国", "缅甸")]),
    ("东南亚各邻国呼吁缅甸军方自制。", [("REQUEST", "东南亚各邻国", "缅甸军方")]),
    ("欧盟通过对三名俄罗斯官员进行制裁的决议。", [("SANCTION", "欧盟", "俄罗斯")]),
    ("中俄双方誓言将做彼此的后盾。", []),
    ("普京誓言将对美国进行报复。", [("THREATEN", "普京", "美国")]),
    ("布林肯与王毅讨论了俄罗斯撤军等议题。", [("CONSULT", "布林肯、王毅", "")]),
    ("使馆致信给法国总统马克龙，要求他道歉。", []),
    ("美国、日本等国谴责朝鲜。", [("ACCUSE", "美国", "朝鲜"), ("ACCUSE", "日本", "朝鲜")]),
    # Packed states with a union; who stands in a phrase that closes; a rank behind a name; a noun to the tagger.
    ("东南亚许多人权组织谴责缅甸军方。", [("ACCUSE", "东南亚人权组织", "缅甸军方")]),
    ("美英加和欧盟宣布制裁缅甸军方。", [("SANCTION", one, "缅甸军方") for one in ("美国", "英国", "加拿大", "欧盟")]),
    ("赵立坚则在17日的例行记者会上批评该声明罔顾事实。", [("ACCUSE", "赵立坚", "")]),
    ("法国国防部发言人勒梅尔空军大校指责俄罗斯。", [("ACCUSE", "勒梅尔", "俄罗斯")]),
    ("日本外务省谴责军政府用子弹回应民众。", [("ACCUSE", "日本外务省", "军政府")]),
    ("德国驻缅甸大使谴责这样的行动令人恐惧。", [("ACCUSE", "德国", "")]),
    ("澳大利亚持续谴责中国的不当羁押。", [("ACCUSE", "澳大利亚", "中国")]),
    ("法国等12国防长罕见发表联合声明谴责俄罗斯。", [("ACCUSE", "法国", "俄罗斯")]),
    # Of a cause no hedge holds for what somebody suffers; what is carried out on people; of whose freedom it is.
    ("维权人士王某明因未登记账号而被上海警方逮捕。", [("COERCE", "上海警方", "")]),
    ("上海警方对维权律师李大同实施了逮捕。", [("COERCE", "上海警方", "李大同")]),
    ("布林肯说，俄罗斯的封锁是对新闻自由的攻击。", [("ACCUSE", "布林肯", "俄罗斯")]),
    # Trade and treaties.
    ("中国自3月1日起以检验不合格为由暂停日本水产品进口。", [("SANCTION", "中国", "日本")]),
    ("澳大利亚延长关闭国际边境三个月。", [("COERCE", "澳大利亚", "")]),
    ("荷兰国会通过对首相的不赞成动议。", [("ACCUSE", "荷兰国会", "")]),
    ("日本政府正式解除东京等六府县的紧急事态宣言。", [("CONCEDE", "日本政府", "")]),
    # At somebody's request another does it; bodies of many states are nobody's.
    ("加拿大政府答应美国的引渡要求而逮捕孟晚舟。", [("COERCE", "加拿大政府", "孟晚舟")]),
    ("多国政府重新实施封锁。", []),
    ("美国、英国等12个国家的最高军事长官谴责朝鲜。", [("ACCUSE", "美国", "朝鲜"), ("ACCUSE", "英国", "朝鲜")]),
    ("来自美国、英国的外长谴责朝鲜。", [("ACCUSE", "美国", "朝鲜"), ("ACCUSE", "英国", "朝鲜")]),
    ("中国和欧盟谈了八年。2月14日，双方签署了协定。", [("AGREE", "中国、欧盟", "")]),
    ("美国和日本在会后同意合作。", [("AGREE", "美国、日本", "")]),
    # One passive for all that it governs, and for nothing else.
    ("王毅被日本批评、制裁。", [("ACCUSE", "日本", "王毅"), ("SANCTION", "日本", "王毅")]),
    ("欧盟就维吾尔人遭受大规模迫害对中国实施制裁。", [("SANCTION", "欧盟", "中国")]),
    ("德国政府对中国军事能力的增长提出警告。", [("ACCUSE", "德国政府", "中国")]),
    # A rally is a protest, and what its people do there as well.
    ("数百名民众星期六在东京集会，抗议加税。", [("PROTEST", "民众", "")]),
    # Verbs with a recipient or a clause behind them, both scripts.
    ("美国国务卿布林肯周四谴责朝鲜。", [("ACCUSE", "布林肯", "朝鲜")]),
    # Whom a pronoun behind a verb means: not who acts. Marks of another shape.
    ("布林肯批评了王毅，并警告他不要挑衅。", [("ACCUSE", "布林肯", "王毅"), ("THREATEN", "布林肯", "王毅")]),
    # Threats: what another would do is a condition, and whom it would be done to stands behind.
    ("中方表示，如果美国坚持对台军售，将采取报复措施。", [("THREATEN", "中国", "美国")]),
    ("中方威胁说，如果美国坚持对台军售，将采取报复措施。", [("THREATEN", "中国", "")]),
    ("拜登威胁要对莫斯科采取行动。", [("THREATEN", "拜登", "俄罗斯")]),
    ("布林肯点名了王毅、杨洁篪，并批评他们态度强硬。", [("ACCUSE", "布林肯", "王毅、杨洁篪")]),
    ("美国丶英国和欧盟周一制裁中国。", [("SANCTION", who, "中国") for who in ("美国", "英国", "欧盟")]),
    ("杨洁篪周四激烈攻击美国国务卿布林肯。", [("ACCUSE", "杨洁篪", "布林肯")]),
    ("俄军2月10日激烈攻击乌克兰阵地。", [("ASSAULT", "俄军", "乌克兰")]),
    ("以色列和真主党2月10日互相攻击。", [("ASSAULT", "以色列", "真主党"), ("ASSAULT", "真主党", "以色列")]),
    ("布林肯星期二谴责了北京在南海的行动。", [("ACCUSE", "布林肯", "中国")]),
    ("歐盟16日呼籲俄羅斯立即停火。", [("REQUEST", "歐盟", "俄羅斯")]),
    ("日本政府敦促中国保持克制。", [("REQUEST", "日本政府", "中国")]),
    ("以色列政府同意恢复供电。", [("AGREE", "以色列政府", "")]),
    # 对, 向 and 就 lead to whom it is done.
    ("英国对缅甸军方实施制裁。", [("SANCTION", "英国", "缅甸军方")]),
    ("德国外交部就此案向俄罗斯提出抗议。", [("ACCUSE", "德国外交部", "俄罗斯")]),
    ("加拿大总理特鲁多对印度表示不满。", [("ACCUSE", "特鲁多", "印度")]),
    ("澳大利亚向印度尼西亚捐赠疫苗。", [("AID", "澳大利亚", "印度尼西亚")]),
    # Nouns.
    ("分析人士说，欧盟对白俄罗斯的制裁收效不大。", [("SANCTION", "欧盟", "白俄罗斯")]),
    ("朝鲜遭到联合国的谴责。", [("ACCUSE", "联合国", "朝鲜")]),
    # Passives, and descriptions of those to whom it is done.
    ("前议员李文清周三被香港警方逮捕。", [("COERCE", "香港警方", "李文清")]),
    ("遭中国制裁的德国议员布谛科费尔接受了访问。", [("SANCTION", "中国", "布谛科费尔")]),
    (
        "英国驻华大使吴若兰周三被中国外交部召见。",
        [("CONSULT", "中国外交部、吴若兰", "")],
    ),
    # Those in office who are named in another clause are not those who are arrested.
    ("美国国务卿布林肯星期一谈到此事，日前在河内被捕。", [("COERCE", "越南", "")]),
    # What only a state's own bodies do needs no name, nor do these bodies.
    ("工会领袖李文清星期一在河内被捕。", [("COERCE", "越南", "李文清")]),
    ("越南记者陈文雄被警方带走。", [("COERCE", "越南警方", "陈文雄")]),
    ("泰国南部动荡。警方周二拘捕了九名农民。", [("COERCE", "泰国警方", "")]),
    ("泰国法院周二裁定前议员陈文雄罪名成立。", [("COERCE", "泰国法院", "陈文雄")]),
    ("韩国商人朴正民获刑。", [("COERCE", "韩国", "朴正民")]),
    # The object stands in the word.
    ("尼加拉瓜政府宣布断交。", [("SANCTION", "尼加拉瓜政府", "")]),
    # Ministers under their titles alone speak for their states.
    ("日韩外长共同谴责朝鲜。", [("ACCUSE", "日本", "朝鲜"), ("ACCUSE", "韩国", "朝鲜")]),
    # Who bears a title of a body by what the article says of him acts for it.
    ("国际乒联主席周四谴责朝鲜。国际乒联主席梅志远星期一履新。", [("ACCUSE", "梅志远", "朝鲜")]),
    # What those who met have written speaks for both states.
    (
        "布林肯周二在东京与上川阳子会谈。会谈后发布的联合声明谴责了朝鲜。",
        [("CONSULT", "布林肯、上川阳子", ""), ("ACCUSE", "美国", "朝鲜"), ("ACCUSE", "日本", "朝鲜")],
    ),
    # What binds two is strengthened or broken off.
    ("日本将加强与越南的军事合作。", [("COOPERATE", "日本、越南", "")]),
    ("印度和越南强化国防合作。", [("COOPERATE", "印度、越南", "")]),
    ("德国政府周三宣布停止与伊朗的军事合作。", [("SANCTION", "德国政府", "伊朗")]),
    ("日本外相上川阳子日前扬言，如果没有结果，将关闭边境。", [("THREATEN", "上川阳子", "")]),
    # A body of two words; a list in between lends no subject.
    ("据报道，在周三的缅甸，安全部队镇压了示威者。", [("ASSAULT", "缅甸安全部队", "")]),
    (
        "俄罗斯外交部制裁九人，其中包括五名英国议员，还召见日本大使。",
        [
            ("SANCTION", "俄罗斯外交部", ""),
            ("CONSULT", "俄罗斯外交部、日本", ""),
        ],
    ),
    ("美国情报官员星期二说，俄罗斯政府试图左右选举。", [("ACCUSE", "美国", "俄罗斯政府")]),
    ("设在瑞士的组织说，泰国政府无视呼吁。周二又有九名农民被捕。", [("COERCE", "泰国", "")]),
    ("越南将捐赠30万只口罩给老挝。", [("AID", "越南", "老挝")]),
    ("欧盟朝鲜相互制裁。", [("SANCTION", "欧盟", "朝鲜"), ("SANCTION", "朝鲜", "欧盟")]),
    ("缅甸军政府已连续4天对克伦邦发动空袭。", [("ASSAULT", "缅甸军政府", "")]),
    ("泰国警方星期二开枪。", [("ASSAULT", "泰国警方", "")]),
    # What is expressed towards somebody.
    ("拜登重申对乌克兰的坚定支持。", [("SUPPORT", "拜登", "乌克兰")]),
    ("布林肯提出了美方对俄罗斯支持朝鲜的关切。", [("ACCUSE", "布林肯", "俄罗斯")]),
    ("布林肯当着记者的镜头痛批俄罗斯。", [("ACCUSE", "布林肯", "俄罗斯")]),
    ("中国使馆把德国外长贝尔伯克斥责为“小丑”。", [("ACCUSE", "中国使馆", "贝尔伯克")]),
    ("挪威将关闭最后一所孔子学院。", [("SANCTION", "挪威", "孔子学院")]),
    ("中国政府对香港和新疆的打压引发批评。", [("COERCE", "中国政府", "香港")]),
    # People who protest, and those with a public role who call on others.
    ("缅甸民众星期六走上街头。", [("PROTEST", "缅甸", "")]),
    ("前教授蔡文清呼吁外界伸出援手。", [("REQUEST", "蔡文清", "")]),
    ("俄罗斯警告西方国家不要派兵。", [("THREATEN", "俄罗斯", "")]),
    # Words that name a state themselves.
    ("解放军军机周三再度扰台。", [("MOBILIZE", "解放军", "台湾")]),
    # 将 before the one to whom it is done.
    ("越南警方将记者陈文雄逮捕。", [("COERCE", "越南警方", "陈文雄")]),
    # Several act each for themselves, but agree together.
    ("日本和韩国谴责朝鲜。", [("ACCUSE", "日本", "朝鲜"), ("ACCUSE", "韩国", "朝鲜")]),
    ("印度和越南签署了一项协定。", [("AGREE", "印度、越南", "")]),
    ("印度和巴基斯坦互相制裁。", [("SANCTION", "印度", "巴基斯坦"), ("SANCTION", "巴基斯坦", "印度")]),
    # What one says that another does; who accuses tells what stands in his accusation.
    ("日本外相上川阳子说，俄罗斯违反了国际法。", [("ACCUSE", "上川阳子", "俄罗斯")]),
    ("德国外长贝尔伯克表示，伊朗应该释放人质。", [("REQUEST", "贝尔伯克", "伊朗")]),
    ("韩国政府希望日本归还文物。", [("REQUEST", "韩国政府", "日本")]),
    ("普京表示，如果波兰派兵，将予以还击。", [("THREATEN", "普京", "波兰")]),
    ("俄罗斯外长拉夫罗夫说，这种说法荒谬绝伦。", [("REJECT", "拉夫罗夫", "")]),
    ("法国外长塞茹尔内说，伊朗的行为不可接受。", [("ACCUSE", "塞茹尔内", "伊朗")]),
    # The subject of a clause may stand in the one before, as the object of a verb, or behind 继.
    ("韩国外交部发表声明，谴责朝鲜。", [("ACCUSE", "韩国外交部", "朝鲜")]),
    ("继日本制裁俄罗斯后，韩国也跟进。", [("SANCTION", "日本", "俄罗斯")]),
    # In a topic, a description or a cause others act, and they are not the ones who speak.
    ("中国大使馆就英国对缅甸实施制裁提出抗议。", [("ACCUSE", "中国大使馆", "英国"), ("SANCTION", "英国", "缅甸")]),
    ("德国外交部对于俄罗斯大使梅什科夫的言论予以谴责。", [("ACCUSE", "德国外交部", "梅什科夫")]),
    ("欧盟就缅甸侵犯人权问题对俄罗斯实施制裁。", [("SANCTION", "欧盟", "俄罗斯")]),
    ("德国外长贝尔伯克出席会议，谈到日本渔船遭朝鲜扣押。", [("COERCE", "朝鲜", "")]),
    ("布林肯对朝鲜逮捕、起诉三名记者的做法表示关切。", [("ACCUSE", "布林肯", "朝鲜"), ("COERCE", "朝鲜", "")]),
    (
        "法国外长塞茹尔内对伊朗在叙利亚以及伊朗对伊拉克的做法提出关切。",
        [("ACCUSE", "塞茹尔内", "伊朗")],
    ),
    # Crowds and media: where they address somebody who counts; the clause after theirs goes on with them.
    ("多名专家质疑俄罗斯隐瞒伤亡。", [("ACCUSE", "多名专家", "俄罗斯")]),
    ("二十名学者在广场集会，呼吁日本政府公布报告。", [("REQUEST", "二十名学者", "日本政府")]),
    ("法国学者批评了越南。", [("ACCUSE", "法国学者", "越南")]),
    ("王芳的家人星期三呼吁伊朗释放她。", [("REQUEST", "王芳的家人", "伊朗")]),
    ("有议员号召民众支持乌克兰的企业。", [("REQUEST", "议员", "")]),
    ("曼谷民众星期天上街抗议。", [("PROTEST", "曼谷民众", "")]),
    ("码头工会从八日起展开长期的大罢工。", [("PROTEST", "码头工会", "")]),
    ("《环球时报》发表社论，抨击日本政府。", [("ACCUSE", "环球时报", "日本政府")]),
    ("环球时报报道了会谈，并刊登了照片。", []),
    # What is published accuses; whom a ground or a duration parts from the deed, and what only answers a request.
    ("日本和韩国发表声明谴责朝鲜。", [("ACCUSE", "日本", "朝鲜"), ("ACCUSE", "韩国", "朝鲜")]),
    ("越南记者陈明被中国警方以涉嫌寻衅滋事罪拘留。", [("COERCE", "中国警方", "陈明")]),
    ("泰国应美国的引渡要求逮捕了两名商人。", [("COERCE", "泰国", "")]),
    ("布林肯一口答应，并赞扬日本。", [("SUPPORT", "布林肯", "日本")]),
    ("原因是朝鲜拘留韩国的渔民。", [("COERCE", "朝鲜", "韩国")]),
    ("德国正与日本合作应对疫情。", [("COOPERATE", "德国、日本", "")]),
    ("日越两国外长签署了文件。", [("AGREE", "日本、越南", "")]),
    ("布林肯重申反对企图改变现状。", [("REJECT", "布林肯", "")]),
    ("布林肯警告朝鲜如果想要和平，就不要挑衅。", [("THREATEN", "布林肯", "朝鲜")]),
    ("中国军机周一飞入台湾西南空域。", [("MOBILIZE", "中国", "")]),
    ("法国下令制裁缅甸的将军。", [("SANCTION", "法国", "缅甸")]),
    ("美国与台湾站在一起。", [("SUPPORT", "美国", "台湾")]),
    ("韩国和越南达成了一项为期五年的协议。", [("AGREE", "韩国、越南", "")]),
    (
        "拜登表示，朝鲜违反了协议，日本感到不安，并呼吁朝鲜停火。",
        [("ACCUSE", "拜登", "朝鲜"), ("REQUEST", "拜登", "朝鲜")],
    ),
    # Whose kin it is done to is not the one to whom it is done, nor is what those officials harm.
    ("美国财政部周三制裁缅甸总司令敏昂莱的两名成年子女。", [("SANCTION", "美国财政部", "")]),
    ("美国对24名破坏香港自由的中国官员实施制裁。", [("SANCTION", "美国", "中国")]),
    # Of a bloc's member that is named it is the member; of suspects, those whom their crime does not hide.
    ("美国政府赞扬北约盟友挪威。", [("SUPPORT", "美国政府", "挪威")]),
    ("欧盟成员国匈牙利反对制裁俄罗斯。", [("REJECT", "匈牙利", "")]),
    ("香港警方周三以涉嫌违反国安法拘捕四名男子。", [("COERCE", "香港警方", "")]),
    # Ships act for those whose they are; where they go may bear a name.
    ("中国海警船周三驶入钓鱼岛附近海域。", [("MOBILIZE", "中国海警", "")]),
    ("美国海军驱逐舰周三穿越台湾海峡。", [("MOBILIZE", "美国海军", "")]),
    ("英国周三吊销中国国际电视台的播出执照。", [("COERCE", "英国", "中国国际电视台")]),
    ("伊朗周三释放了英国公民扎加里。", [("RETREAT", "伊朗", "扎加里")]),
    ("中国和伊朗周三签署25年协议。", [("AGREE", "中国、伊朗", "")]),
    # What is refused or raised has a name over some words; a bad word for what somebody may not do.
    ("朔尔茨周三拒绝了马克龙的提议。", [("REJECT", "朔尔茨", "马克龙")]),
    ("土耳其周三退出伊斯坦布尔公约。", [("SANCTION", "土耳其", "")]),
    ("日本准备暂时提高进口美国牛肉的关税。", [("SANCTION", "日本", "美国")]),
    ("印度周三禁止华为参与5G建设。", [("SANCTION", "印度", "华为")]),
    ("马来西亚周三要求朝鲜外交人员48小时内离境。", [("SANCTION", "马来西亚", "朝鲜")]),
    ("布林肯说，俄罗斯没有资格指责乌克兰。", [("ACCUSE", "布林肯", "俄罗斯")]),
    # The matter that 就 leads to is nobody's deed; an envoy speaks for his side; the name within 从阿富汗撤军.
    (
        "美国和欧盟就纳瓦尔尼中毒案对俄罗斯官员实施制裁。",
        [("SANCTION", "美国", "俄罗斯"), ("SANCTION", "欧盟", "俄罗斯")],
    ),
    ("中方代表杨洁篪更在记者面前大肆批评美国的政策。", [("ACCUSE", "杨洁篪", "美国")]),
    ("美国宣布从阿富汗撤军。", [("RETREAT", "美国", "")]),
    ("世卫专家组呼吁中国提供更多数据。", [("REQUEST", "世卫", "中国")]),
    # What has a noun of its own is not done to whom the clause before names; who answers a text is its critic.
    ("据缅甸援助协会统计，累计三千人遭到逮捕。", [("COERCE", "缅甸", "")]),
    (
        "上川阳子批评俄朝联合声明称，“这是彻头彻尾的谎言”。",
        [("ACCUSE", "上川阳子", "俄罗斯、朝鲜"), ("REJECT", "上川阳子", "俄罗斯")],
    ),
    ("英国公布文件，展示退出欧盟之后英国的政策重点。", []),
    # Whom 继 names came before; a topic is not the one who is blamed; a document asks for who issued it.
    ("荷兰议会周三成为继美国之后第二个认定中国犯下种族灭绝罪的议会。", []),
    ("七国集团外长周三对香港局势表示关切。", [("ACCUSE", "七国集团", "")]),
    (
        "日本外务省发表声明，谴责朝鲜。声明要求俄罗斯停火。",
        [("ACCUSE", "日本外务省", "朝鲜"), ("REQUEST", "日本外务省", "俄罗斯")],
    ),
    # What is foretold is done by those of whom it is foretold; what is denied, or one of two things, by nobody.
    ("美国将军戴维森在听证会上预测中国可能入侵台湾。", [("ASSAULT", "中国", "台湾")]),
    ("日本和韩国虽没有实施对缅甸的制裁，但表示遗憾。", []),
    ("日本和韩国随后对缅甸进行制裁或谴责。", []),
    ("韩国政府对被朝鲜拘留的渔民表示声援。", [("SUPPORT", "韩国政府", ""), ("COERCE", "朝鲜", "")]),
    # What a clause names that the next answers is told, too.
    ("对于韩国批评日本的渔业政策，日本外相周三未作回应。", [("ACCUSE", "韩国", "日本")]),
    # Who says on what condition another should do something calls on him.
    ("法国强调，如果巴西希望改善关系，应该改变自己的行为。", [("REQUEST", "法国", "巴西")]),
    # An official who says what his state supports supports it.
    ("韩国外长郑义溶周二说，韩国支持印度的立场。", [("SUPPORT", "郑义溶", "印度")]),
    # Leaders are not the people, those who govern a region are its state's, many states are somebody.
    ("法德领导人谴责俄罗斯入侵。", [("ACCUSE", "法国", "俄罗斯"), ("ACCUSE", "德国", "俄罗斯")]),
    ("英国周二制裁新疆官员。", [("SANCTION", "英国", "中国")]),
    ("西方多个国家周一制裁伊朗官员。", [("SANCTION", "西方多个国家", "伊朗")]),
    ("中国媒体轮番抨击英国大使吴若兰。", [("ACCUSE", "中国媒体", "吴若兰")]),
    ("示威者则指控法国政府违反协定。", [("ACCUSE", "示威者", "法国政府")]),
    ("美国全国制造商协会敦促法国政府改变政策。", [("REQUEST", "美国全国制造商协会", "法国政府")]),
    # What is won from somebody is given by him; each of two sides does what both do to one another.
    ("韩国的提案获得法国政府称赞。", [("SUPPORT", "法国政府", "")]),
    ("韩国与日本互相实施制裁。", [("SANCTION", "韩国", "日本"), ("SANCTION", "日本", "韩国")]),
    ("香港记者陈明去年在香港遭警登门拘捕。", [("COERCE", "香港警方", "陈明")]),
    # Embassies attack with words; who stands by somebody, meets him to show it, or backs a draft, supports.
    ("美国驻法国大使馆攻击一名德国学者，称他是骗子。", [("ACCUSE", "美国驻法国大使馆", "德国")]),
    ("英国外交大臣拉布说，英国站在同事一边。", [("SUPPORT", "拉布", "")]),
    ("菲律宾总统杜特尔特会见议员，以表示支持。", [("SUPPORT", "杜特尔特", "")]),
    ("法国支持此决议案。", [("SUPPORT", "法国", "")]),
    ("韩国重申了对越南的承诺。", [("SUPPORT", "韩国", "越南")]),
    ("越南得到了韩国的支持。", [("SUPPORT", "韩国", "越南")]),
    # To say what will befall somebody threatens him; to advise asks; a tariff has a rate; a state agrees with a firm.
    ("布林肯警告参与项目的任何公司都可能受到制裁。", [("THREATEN", "布林肯", "")]),
    ("韩国专家建议政府修改规则。", [("REQUEST", "韩国专家", "韩国")]),
    ("德国宣布征收加拿大木材30%的税。", [("SANCTION", "德国", "加拿大")]),
    ("泰国政府与韩国三星公司签署了协议。", [("AGREE", "泰国政府、韩国三星公司", "")]),
    ("首尔警方对金某刑事拘留。", [("COERCE", "首尔警方", "")]),
    # People named in the clause before march; who is described by another's name is whom it is done to.
    ("韩国学生不顾禁令，上街游行。", [("PROTEST", "韩国", "")]),
    ("美国禁止投资由伊朗军方控制的土耳其公司。", [("SANCTION", "美国", "土耳其")]),
    # Whose bill a parliament passes is not backed by it.
    ("众议院周三通过了特鲁多总理的预算法案。", [("SUPPORT", "众议院", "")]),
    # What a reply names has its own day and actor; a protest is for whom it summons.
    (
        "中国外交部说，针对美国、加拿大基于谎言于2月13日对中国官员实施单边制裁的行径，中方决定对史密斯实施制裁。",
        [("SANCTION", "美国", "中国"), ("SANCTION", "加拿大", "中国"), ("SANCTION", "中国", "")],
    ),
    # Who agrees that it is so does not support who did it; a court may but say where.
    ("布林肯一致认同中国政府在新疆大规模镇压民众的行为。", []),
    ("陈明在康明凯受审法院的外面对记者讲话。", []),
    # Diplomats outside a court stand for themselves, whoever is named before.
    (
        "中国今天闭门审理康明凯案，驻北京26国外交官聚集在法庭外声援加拿大。",
        [("ACCUSE", "中国", "康明凯"), ("SUPPORT", "驻北京26国外交官", "加拿大")],
    ),
    # Whom somebody joins does it, too; 据 lends the next clause nobody.
    ("美国联合英国周一对伊朗官员实施制裁。", [("SANCTION", "美国", "伊朗"), ("SANCTION", "英国", "伊朗")]),
    ("据中国外交部消息，呼吁各方克制。", []),
    # What its owner did; no town stands in the word (血腥镇压).
    ("缅甸军方的血腥镇压造成多人死亡。", [("ASSAULT", "缅甸军方", "")]),
    ("缅甸军政府对示威者的镇压行动周三造成38人死亡。", [("ASSAULT", "缅甸军政府", "")]),
    # What was obtained is no passive where another act follows.
    ("俄罗斯军方获得情报后空袭叙利亚。", [("ASSAULT", "俄罗斯军方", "叙利亚")]),
    ("日本获得美国情报后驱逐俄罗斯外交官。", [("SANCTION", "日本", "俄罗斯")]),
    ("伊朗得到中国和俄罗斯的支持。", [("SUPPORT", "中国", "伊朗"), ("SUPPORT", "俄罗斯", "伊朗")]),
    # Who leads a delegation meets, not he whom he leads it for and from.
    ("杨洁篪率领的中国代表团与布林肯率领的美国代表团举行会谈。", [("CONSULT", "杨洁篪、布林肯", "")]),
    # What is done about a summons has its own target, or none.
    ("英国召见中国大使，欧盟对此表示不满。", [("CONSULT", "英国、中国", ""), ("ACCUSE", "欧盟", "")]),
    (
        "德国外交部召见俄罗斯大使，提出抗议。",
        [("CONSULT", "德国外交部、俄罗斯", ""), ("ACCUSE", "德国外交部", "俄罗斯")],
    ),
    # Officials of a region are their state's; a count may stand before whom it counts.
    ("欧盟制裁新疆官员。", [("SANCTION", "欧盟", "中国")]),
    ("香港警方周三拘捕共53名民主派人士。", [("COERCE", "香港警方", "")]),
    # What an official tells of his state's past is the state's, his state's will his own.
    ("王毅说，中国去年谴责了日本。", [("ACCUSE", "中国", "日本")]),
    ("中国学者金灿荣说，中国反对美国制裁。", [("REJECT", "中国", "美国")]),
    # Whom a condition names is who is asked.
    ("法国强调，如果巴西希望改善关系，应该改变自己的行为。", [("REQUEST", "法国", "巴西")]),
]


@pytest.mark.parametrize(("text", "expected"), ACTS, ids=[text[:16] for text, _ in ACTS])
def test_acts(text: str, expected: list[tuple[str, str, str]], read: Read) -> None:
    """A sentence that tells an act gives it with its type, actor and recipient."""
    assert [brief(event) for event in read(text)] == expected


EMBEDDED = [
    # What only describes those to whom a thing is done is their doing.
    ("法国对发动政变、镇压民众的缅甸军政府官员实施制裁。", [("SANCTION", "法国", "缅甸军政府")]),
    (
        "法国外交部宣布制裁，作为对缅甸军队发动政变和暴力镇压民众的惩罚。",
        [("SANCTION", "法国外交部", ""), ("COERCE", "缅甸军队", "")],
    ),
    ("韩国星期二就北京制裁一位议员提出抗议。", [("ACCUSE", "韩国", "中国"), ("SANCTION", "中国", "")]),
    (
        "塞茹尔内会见了受俄罗斯外交部宣布制裁的德国议会议员。",
        [("SANCTION", "俄罗斯外交部", "德国议会")],
    ),
    ("上川阳子对俄罗斯针对制裁作出的反应表示担忧。", [("ACCUSE", "上川阳子", "俄罗斯")]),
    ("法国政府也对欧盟制裁名单上的两名官员进行制裁。", [("SANCTION", "法国政府", "")]),
    ("贝尔伯克反驳多国对北京实施的制裁。", [("ACCUSE", "贝尔伯克", "")]),
    ("贝尔伯克在访谈中提到俄罗斯制裁日本官员。", [("SANCTION", "俄罗斯", "日本")]),
    ("韩国外交部警告他们，不要对日本的决定进行报复。", [("THREATEN", "韩国外交部", "")]),
    ("塞茹尔内回应称，抵制北京冬奥会是错误的办法。", []),
    # Those whom somebody backs, a border, and a state's own bodies are not those to whom it is done.
    ("韩国空袭了伊朗支持的民兵组织。", [("ASSAULT", "韩国", "")]),
    ("俄罗斯军方动用战斗机空袭了泰缅边境的一个村庄。", [("ASSAULT", "俄罗斯军方", "")]),
    ("一名法国海军上校遭到韩国警方逮捕。", [("COERCE", "韩国警方", "")]),
    ("联合国数十个会员国发表声明，批评俄罗斯。", []),
    ("民进党成员趁塞茹尔内在首尔举行座谈会，游行抗议法国。", [("PROTEST", "民进党", "法国")]),
    ("韩国政府否认，陈明并非遭警方枪击。", [("REJECT", "韩国政府", "")]),
    ("韩国市场监管部门对华为进行突袭调查。", []),
    ("法国军政府血腥镇压／韩国三人保释", [("ASSAULT", "法国军政府", ""), ("CONCEDE", "韩国", "")]),
    ("陈明在首尔被警察等多人抓捕，他们对他拳打脚踢。", []),
    ("北约对俄罗斯在乌克兰东部集结兵力表示关切。", [("ACCUSE", "北约", "俄罗斯"), ("MOBILIZE", "俄罗斯", "")]),
    ("意大利外交部下令驱逐两名俄罗斯外交官。", [("SANCTION", "意大利外交部", "俄罗斯")]),
    ("上川阳子说，个别人在疫情、香港等问题上的说法是谎言。", [("REJECT", "上川阳子", "")]),
    ("美国向台湾捐赠三千剂莫德纳疫苗。", [("AID", "美国", "台湾")]),
    ("美国捐赠台湾75万剂莫德纳疫苗。", [("AID", "美国", "台湾")]),
    ("朝鲜领导人金正恩颇具影响力的妹妹、副部长金与正抨击了美国。", [("ACCUSE", "金与正", "美国")]),
    ("在中国被控侵犯人权后，欧盟制裁了四名官员。", [("SANCTION", "欧盟", "")]),
    ("两名加拿大公民去年在北京被捕。", [("COERCE", "中国", "加拿大")]),
    ("拜登政府已经开始审查特朗普时期的政策。", []),
    ("拜登谴责美国反亚裔暴力事件的增加。", [("ACCUSE", "拜登", "")]),
    # … but not more than near: numbers, kin of words, and clauses that only look alike.
    ("中国驱逐美国记者。", [("SANCTION", "中国", "美国")]),
    ("欧盟27个成员国驱逐俄罗斯外交官。", [("SANCTION", "欧盟", "俄罗斯")]),
    ("赵立坚提到美国时批评日本。", [("ACCUSE", "赵立坚", "日本")]),
    ("在警方逮捕黎智英后，英国谴责中国。", [("ACCUSE", "英国", "中国")]),
    ("中国为军事所需扣押美国货船。", [("COERCE", "中国", "美国")]),
    ("纳瓦尔尼并非首次被俄罗斯当局逮捕。", [("COERCE", "俄罗斯当局", "纳瓦尔尼")]),
    ("乌克兰谴责俄罗斯边境挑衅。", [("ACCUSE", "乌克兰", "俄罗斯")]),
    ("王毅离开上海合作组织总部后访问俄罗斯。", [("CONSULT", "王毅", "俄罗斯")]),
    # What is named as a topic, a court at which others stand, exceptions, voices of a state, causes.
    ("罗姆尼表示抵制北京冬奥正确的做法是惩罚中国政府。", []),
    ("塞茹尔内：“今天谴责北京是一种方式。”", []),
    ("法国外交官前往审理的北京市第二中级人民法院。", []),
    ("拜登宣布三项提名，除了康达外，还提名尼可拉斯为助卿。", []),
    ("韩国国防部发表声明，否认美国媒体的报道。", [("REJECT", "韩国国防部", "")]),
    (
        "法国外交部宣布召见大使，因为中共大使馆一再对德国议员进行威胁。",
        [("THREATEN", "中共大使馆", "德国")],
    ),
    ("韩国法院举行听证会，辩方反驳了指控。", []),
    ("日本和韩国同意暂停相互报复性关税。", [("AGREE", "日本、韩国", "")]),
    ("澳新外长发表联合声明，批评中国。", [("ACCUSE", "澳大利亚", "中国"), ("ACCUSE", "新西兰", "中国")]),
    # What only dates a thing is no deed; who protests at what somebody suffers blames those who do it.
    ("法国政府周三说明该国脱离北约后的防务政策。", []),
    ("加拿大周二谴责杜鲁多被俄罗斯制裁。", [("ACCUSE", "加拿大", "俄罗斯"), ("SANCTION", "俄罗斯", "杜鲁多")]),
    # A character that several countries share is the one the article names; of none the one most told of.
    ("伊拉克总理周五在场。美伊外长批评土耳其。", [("ACCUSE", "美国", "土耳其"), ("ACCUSE", "伊拉克", "土耳其")]),
    ("美伊外长批评土耳其。", [("ACCUSE", "美国", "土耳其"), ("ACCUSE", "伊朗", "土耳其")]),
    ("英国30年来首次制裁伊朗官员。", [("SANCTION", "英国", "伊朗")]),
    ("日美两国政府点名中国表示了关切。", [("ACCUSE", "日本", "中国"), ("ACCUSE", "美国", "中国")]),
    ("香港高院拒绝主持人黄明保释。", [("COERCE", "香港高院", "黄明")]),
    ("香港政府取消区议员黄明资格。", [("COERCE", "香港政府", "黄明")]),
    ("中国海军三艘舰艇驶向日本海。", [("MOBILIZE", "中国海军", "")]),
    ("缅甸军方周日对平民进行了三次空袭。", [("ASSAULT", "缅甸军方", "")]),
    ("俄罗斯随即宣布报复性制裁，法国不满。", [("SANCTION", "俄罗斯", "")]),
    ("上川阳子驳斥了韩国增兵的说法。", [("REJECT", "上川阳子", "韩国")]),
    ("拜登警告朝鲜，如果选择升级，就会有所回应。", [("THREATEN", "拜登", "朝鲜")]),
    # 对 leads to what is said of another's deed.
    ("欧盟对俄罗斯的制裁表示欢迎。", [("SUPPORT", "欧盟", "俄罗斯")]),
    ("欧盟对俄罗斯的制裁将会升级。", [("SANCTION", "欧盟", "俄罗斯")]),
    # Whose things are forbidden is meant where nobody is named to whom.
    ("英国禁止运营商使用华为设备。", [("SANCTION", "英国", "华为")]),
    ("美国商务部禁止中国联通在美国提供服务。", [("SANCTION", "美国商务部", "中国联通")]),
    # What a deed is made of is not done by who makes it so.
    ("李文清说，他将把中方制裁视为荣誉。", []),
    # People behind a comma are more of those that 对 leads to.
    (
        "中国周四决定对法国议员马丹，德国议员施密特实施制裁，禁止他们入境。",
        [("SANCTION", "中国", "马丹、施密特")],
    ),
    ("昨日美欧英加一致制裁缅甸。", [("SANCTION", who, "缅甸") for who in ("美国", "欧洲联盟", "英国", "加拿大")]),
    # Those before 因, 就 or 说 do not do what they fear, protest at or only speak of.
    ("英国因担忧俄罗斯攻击乌克兰撤离外交官。", []),
    ("韩国政府表示，驱逐朝鲜外交官不在考虑之列。", []),
    ("中国就美国向菲律宾部署导弹表示关切。", [("ACCUSE", "中国", "美国"), ("MOBILIZE", "美国", "菲律宾")]),
    ("美国担心伊朗爆发抗议。", []),
    ("俄罗斯入侵乌克兰，欧盟对其实施制裁。", [("ASSAULT", "俄罗斯", "乌克兰"), ("SANCTION", "欧盟", "")]),
    ("美国批评俄罗斯，并向其盟友提供援助。", [("ACCUSE", "美国", "俄罗斯"), ("AID", "美国", "")]),
    ("日本谴责朝鲜，要求增加国防预算。", [("ACCUSE", "日本", "朝鲜")]),
    ("沙特和埃及与卡塔尔断交。", [("SANCTION", "沙特", "卡塔尔"), ("SANCTION", "埃及", "卡塔尔")]),
    ("日本与韩国在女排决赛中激战五局。", []),
    ("中国与澳大利亚因多项议题爆发冲突。", []),
    ("欧盟对谷歌处以5亿欧元罚款。", [("COERCE", "欧盟", "谷歌")]),
    ("美国的盟友被中国批评。", [("ACCUSE", "中国", "")]),
    # What is vowed is still to come; what is only called an offensive, or eased, is no blow.
    ("中国誓言对美国加征关税。", [("SANCTION", "中国", "美国")]),
    ("中国对台湾展开外交攻势。", []),
    ("美国取消对中国公民的签证限制。", [("CONCEDE", "美国", "中国")]),
    ("伊朗向以色列发射导弹。", [("ASSAULT", "伊朗", "以色列")]),
    ("朝鲜今天再次发射飞弹。", [("MOBILIZE", "朝鲜", "")]),
    ("美军备战台海。", [("MOBILIZE", "美军", "")]),
    ("拜登曾将普京称为“杀手”。", [("ACCUSE", "拜登", "普京")]),
    ("新疆被称为露天监狱。", []),
    # Media are named as those to whom it is done, their staff and whom somebody wants freed are not.
    ("中国谴责英国广播公司。", [("ACCUSE", "中国", "英国广播公司")]),
    ("缅甸军政府扣押英国广播公司记者。", [("COERCE", "缅甸军政府", "")]),
    ("加拿大呼吁释放康明凯和斯帕弗。", [("REQUEST", "加拿大", "")]),
    ("加拿大应美国要求逮捕孟晚舟。", [("COERCE", "加拿大", "孟晚舟")]),
    ("俄罗斯今天将驻美国大使召回莫斯科。", [("SANCTION", "俄罗斯", "美国")]),
]


@pytest.mark.parametrize(("text", "expected"), EMBEDDED, ids=[text[:16] for text, _ in EMBEDDED])
def test_who_only_stands_near_has_no_part(text: str, expected: list[tuple[str, str, str]], read: Read) -> None:
    """A deed inside another clause, list or phrase has its own actor and recipient."""
    assert [brief(event) for event in read(text)] == expected


def test_whom_a_headline_says_that_somebody_meets_is_sanctioned_not_he(read: Read) -> None:
    """会见受中方制裁议员 has no 的; 加总理 is the one of Canada."""
    (sanction,) = [one for one in read("正文。", title="法外长会见受中方制裁德国议会议员") if one.type == "SANCTION"]
    assert brief(sanction) == ("SANCTION", "中国", "德国议会")
    (accusation,) = read("正文。", title="加总理批中国制裁行动")
    assert brief(accusation) == ("ACCUSE", "加拿大", "中国")


def test_what_a_bill_would_forbid_is_proposed(read: Read) -> None:
    """A bill forbids nothing yet, and the state it is aimed at is the one that is named behind its own."""
    (event,) = [one for one in read("鲁比奥3月30日提出法案，禁止美国资金采购中国的电池。") if one.type == "SANCTION"]
    assert (event.status, [one.name for one in event.recipients]) == ("proposed", ["中国"])


def test_what_another_does_about_a_bill_is_done(read: Read) -> None:
    """Only what the bill itself would do is proposed."""
    for text in ("参议员推出法案后，拜登制裁俄罗斯。", "参议员提出法案，俄罗斯谴责美国。"):
        assert [one.status for one in read(text) if one.type in ("SANCTION", "ACCUSE")] == ["happened"]


def test_a_day_behind_what_was_learnt_is_that_of_the_deed(read: Read) -> None:
    """披露，……2月8日驱逐了: the deed has a day of its own; so has what came of a sitting (最终)."""
    (expelled,) = read("俄罗斯外交部披露，莫斯科2月8日驱逐了两名德国外交官。")
    condemned = read("安理会2月9日开会，最终谴责缅甸军方。")[-1]
    assert (expelled.date, condemned.date) == ("2024-02-08", "2024-02-09")


def test_what_was_learnt_or_followed_has_not_the_day_before(read: Read) -> None:
    """The day of learning, or of the first deed, is not that of what came of it on some other day."""
    for text in (
        "3月2日，家属才得知陈明在首尔已被判刑四年。",
        "3月2日，陈明在首尔被起诉，最终获刑四年。",
        "3月2日，陈明在首尔出庭，后被判刑四年。",
    ):
        assert [one.date for one in read(text) if one.mode in ("arrest", "convict")] == [None]
    assert [one.date for one in read("2020年，陈明曾在首尔被判刑四年。")] == ["2020"]


def test_who_is_held_takes_no_day_from_the_text_around(read: Read) -> None:
    """目前被关押 tells a state; the day of the sentence before is not its own."""
    (held,) = read("家属2月3日在首尔见到律师。陈明目前被关押在首尔看守所。")
    assert held.date is None


@pytest.mark.parametrize("text", ["违例者最高可被监禁三个月，陈明在首尔说。", "陈明在首尔被扣发两万元工资。"])
def test_what_could_be_done_is_not_done(text: str, read: Read) -> None:
    """Maximum sentences are no sentences, and what is kept back from wages is no arrest."""
    assert [one for one in read(text) if one.type == "COERCE"] == []


def test_a_body_within_a_clause_of_time_acts_itself(read: Read) -> None:
    """在军方推翻政府后: the army did it, not who is named before."""
    (coup,) = [
        one for one in read("北约2月3日开会，在缅甸，在军方2月1日拘留昂山素季后，局势紧张。") if one.type == "COERCE"
    ]
    assert [one.name for one in coup.actors] == ["缅甸军方"]


def test_a_space_parts_the_clauses_of_a_headline(read: Read) -> None:
    """The tagger glues a verb of one character to the space before it; it is a word all the same."""
    events = read("会议在首尔举行。", title="布林肯批朝鲜反民主 吁盟友共同应对")
    assert [brief(event) for event in events] == [("ACCUSE", "布林肯", "朝鲜"), ("REQUEST", "布林肯", "")]


def test_words_behind_a_colon_are_those_of_whom_the_headline_names(read: Read) -> None:
    """A headline needs no verb of speaking."""
    events = read("会议在首尔举行。", title="布林肯：俄罗斯侵害乌克兰主权")
    assert [brief(event) for event in events] == [("ACCUSE", "布林肯", "俄罗斯")]
    events = read("会议在首尔举行。", title="王毅：美应停止打压")
    assert [brief(event) for event in events] == [("REQUEST", "王毅", "美国")]


CODES = [
    ("缅甸军方武力镇压示威民众。", ("ASSAULT", "crowd-control")),
    ("中国政府镇压异议人士和律师。", ("COERCE", "restrict")),
    # A drill with others is co-operation, one's own is not.
    ("印度和越南举行联合军演。", ("COOPERATE", None)),
    ("朝鲜周三举行军演。", ("MOBILIZE", "troops")),
    ("朝鲜周三试射导弹。", ("MOBILIZE", "weapons")),
    # Diplomats expelled, a person deported, entry barred.
    ("波兰政府驱逐3名俄罗斯外交官。", ("SANCTION", "expel")),
    ("泰国警方将活动人士李文清驱逐出境。", ("COERCE", "deport")),
    ("日本政府禁止俄罗斯官员入境。", ("SANCTION", None)),
    # A warning about somebody accuses, a warning to somebody threatens.
    ("日本外相上川阳子警告中国可能改变现状。", ("ACCUSE", "allege")),
    ("俄罗斯外交部警告乌克兰不要进攻。", ("THREATEN", None)),
    ("俄罗斯外交部警告乌克兰，不要派兵。", ("THREATEN", None)),
    ("缅甸军方绑架了泰国官员。", ("ASSAULT", "abduct")),
    ("日本政府要求释放渔民。", ("REQUEST", "yield")),
    ("日本外相上川阳子点名俄罗斯。", ("ACCUSE", "disapprove")),
]


@pytest.mark.parametrize(("text", "expected"), CODES, ids=[text[:14] for text, _ in CODES])
def test_types_and_modes(text: str, expected: tuple[str, str | None], read: Read) -> None:
    """The manual's distinctions between acts that share words."""
    assert [(event.type, event.mode) for event in read(text)] == [expected]


SUMMONED = [
    ("法国外长塞茹尔内周四召见俄罗斯大使梅什科夫。", ["CONSULT"]),
    ("法国外交部召见俄罗斯大使表达抗议。", ["CONSULT", "ACCUSE"]),
]


@pytest.mark.parametrize(("text", "expected"), SUMMONED, ids=["met", "met and accused"])
def test_a_summoned_ambassador_is_met_and_accused_where_that_is_said(
    text: str, expected: list[str], read: Read
) -> None:
    """Whoever received him."""
    assert [event.type for event in read(text)] == expected


STATUSES = [
    # Whoever consents to something else has done what the next words tell.
    ("中国驻英国大使2月10日通过视频谴责英国。", ("happened", "ACCUSE")),
    ("中国大使2月10日批准签证，并感谢巴西。", ("happened", "SUPPORT")),
    ("中国大使对法国议员的访台计划表示担忧。", ("happened", "ACCUSE")),
    ("美国政府将制裁伊朗。", ("planned", "THREATEN")),
    ("美国政府考虑制裁伊朗。", ("proposed", "THREATEN")),
    ("美国政府不会制裁伊朗。", ("denied", "REJECT")),
    ("美国政府制裁了伊朗。", ("happened", "SANCTION")),
    ("日本外相上川阳子表示，将对伊朗实施制裁。", ("planned", "THREATEN")),
    ("韩国政府计划向乌克兰提供援助。", ("planned", "AGREE")),
    # Envoys prepare what ministers decide.
    ("欧盟成员国大使周三以迫害人权为由，批准制裁白俄罗斯官员。", ("planned", "THREATEN")),
    ("欧盟周三同意以侵犯人权为由，对白俄罗斯实施制裁。", ("planned", "THREATEN")),
]


@pytest.mark.parametrize(("text", "expected"), STATUSES, ids=[text[:12] for text, _ in STATUSES])
def test_statuses(text: str, expected: tuple[str, str], read: Read) -> None:
    """Whether it was done, and the strict code that follows."""
    assert [(event.status, event.plover.type) for event in read(text)] == [expected]


def test_what_is_promised_is_to_come(read: Read) -> None:
    """The day of the clause is that of the promise; what was done is done."""
    told = {event.type: (event.status, event.date) for event in read("美国政府2月12日承诺制裁伊朗。")}
    assert told == {"AGREE": ("happened", "2024-02-12"), "SANCTION": ("planned", None)}
    (done,) = [event for event in read("美国政府2月12日经盟友同意制裁了伊朗。") if event.type == "SANCTION"]
    assert done.status == "happened"
    assert {event.status for event in read("拜登2月12日兑现竞选承诺制裁俄罗斯官员。")} == {"happened"}


def test_what_a_body_debates_besides_is_no_part_of_what_it_did(read: Read) -> None:
    """谴责中国并就另一项议案进行表决 is both."""
    assert ("ACCUSE", "日本国会", "中国") in map(brief, read("日本国会2月12日谴责中国并就另一项议案进行表决。"))
    assert ("ACCUSE", "王毅", "英国") in map(brief, read("因疫情缺席会议的王毅针对香港问题批评英国。"))


@pytest.mark.parametrize("kind", ["CONSULT", "SUPPORT", "COOPERATE", "AID"])
def test_what_is_to_come_is_agreed_in_strict_coding(kind: str) -> None:
    """PLOVER codes a co-operation to come as the agreement to it."""
    assert plover(kind, None, None, "planned").type == "AGREE"


def test_strict_coding_of_what_is_given_up_or_called_off() -> None:
    """A retreat to come is a concession, a meeting called off a refusal to meet."""
    assert plover("RETREAT", None, "withdraw", "planned").type == "CONCEDE"
    assert plover("CONSULT", "meeting", None, "cancelled") == Plover("REJECT", ("meet",), 3)


def test_an_accusation_is_claimed_by_its_accuser(read: Read) -> None:
    """日本指责中国扣押渔船 tells of a seizure as Japan's claim."""
    claimed = {event.type: event.claimed_by for event in read("日本政府指责中国扣押渔船。")}
    assert claimed == {"ACCUSE": None, "COERCE": "日本政府"}


def test_what_is_the_object_of_another_act_has_not_its_actor(read: Read) -> None:
    """Who suppresses a demonstration does not demonstrate."""
    assert [brief(event) for event in read("缅甸军方镇压示威。")] == [("ASSAULT", "缅甸军方", "")]


def test_a_state_does_nothing_to_itself(read: Read) -> None:
    """日本政府要求日本… has no recipient that is the actor's own state."""
    (event,) = read("中国政府呼吁中国民众保持冷静。")
    assert brief(event) == ("REQUEST", "中国政府", "")


DATES = [
    # Behind 对 a day may be that of the words.
    ("中方对美方2月12日正式提出严正交涉。", "2024-02-12"),
    ("中国对日本3月1日起限制出口。", "2024-03-01"),
    # What is asked for a day was asked on another; the matter of words has its own time.
    ("布林肯敦促国际奥委会在4月1日前作出决定。", None),
    ("布林肯周三敦促国际奥委会在4月1日前作出决定。", "2024-02-14"),
    ("台湾外交部对美国参议院今年夏季的访问团表示欢迎。", None),
    # Who is there on the day of a sitting speaks on it.
    ("王毅在参加2月12日的记者会时，谴责英国。", "2024-02-12"),
    ("国防部证实，2月12日，中国军队公正执法并驱逐了美国军舰。", "2024-02-12"),
    # The day of what is condemned, or of what somebody said on it goes on, is not that of the deed.
    ("泰国抗议者谴责2月1日的政变。", None),
    ("外交部2月14日澄清，强调日本正协助越南取得疫苗。", None),
    # What only says who somebody is has not the day of the sentence; a month that opens it holds for all of it.
    ("2月14日，法院收到遭韩国警方逮捕的记者陈明的简历。", None),
    # What is counted up to now has no day.
    ("缅甸民众周一遭军队射杀已183人。", None),
    # The day of what is said is not that of the saying; what lasts until now has not begun today.
    ("布林肯指出，中国全国人大在2月8日的决定中损害了香港的自治。", None),
    ("布林肯2月12日指出，中国全国人大在2月8日的决定中损害了香港的自治。", "2024-02-12"),
    ("工程师今天上街抗议，记者史密斯在开战的首日被伊朗政府关押至今。", None),
    # Who is held is held for long; a cause has its own day; behind a charge stands the day of the crime.
    ("记者史密斯被带走，家人周三说，他被伊朗政府关押。", None),
    ("伊朗政府2月8日关押了记者史密斯。", "2024-02-08"),
    ("议会周三说，由于伊朗政府逮捕了史密斯，会议改期。", None),
    ("史密斯被伊朗政府指控2023年8月18日组织集会。", None),
    # The time of the words is that of the act; what is told aside has none of the clause.
    ("法国外交部周三发表声明，谴责伊朗。", "2024-02-14"),
    ("布林肯2月14日谈到中国对立陶宛的制裁。", None),
    ("日本政府1月5日对俄罗斯实施制裁。", "2024-01-05"),
    ("日本政府周三对参与1月5日政变的军官实施制裁。", "2024-02-14"),
    ("这是1989年缅甸政变以来，日本政府首次制裁缅甸军方。", None),
    ("就在英国和俄罗斯相互制裁的十天前（2月4日），议会公开了文件。", None),
    ("缅甸军方在2月1日选举后继续镇压民众。", None),
    # Times of a topic, of what is told before, of a report in the press, of an unknown day's day before.
    ("国际刑事法庭针对2004年发生的杀戮，指控苏丹前总统巴希尔。", None),
    ("日本政府2月14日谴责朝鲜，同日又对英国制裁缅甸的做法表示遗憾。", "2024-02-14"),
    ("通讯社2月14日报道，日本政府谴责了朝鲜。", None),
    ("日本政府在双方会面前一天，宣布制裁俄罗斯。", None),
    # What somebody of another state says was done has not the day on which he says it; nor has who is only described.
    ("赵立坚2月12日说，美国制裁了中国企业。", None),
    ("布林肯今天谈到在中国被关押两年多的加拿大公民斯帕弗。", None),
    ("缅甸记者陈文雄自2月1日被捕以来，律师周三首次见到他。", "2024-02-01"),
    ("斯帕弗今天的律师说，当事人是在孟晚舟被扣押之后，在中国被捕的。", None),
    ("东京2月14日 - 对于英国发表声明指俄罗斯违反国际秩序的做法，日本外务省2月13日作了说明。", None),
    # What has been done since has no day; a time that only names an incident is not that of the deed.
    ("日本政府2月14日开会，政变以来，美国已对缅甸实施了多项制裁。", None),
    ("日本政府2月14日开会，宣布暂停往来。政变以来，日本已对缅甸实施多项制裁。", None),
    ("史密斯2月3日遇难。近两个月来，缅甸军方打死了记者约翰逊。", None),
    ("史密斯因煽动1月6日冲击国会的暴力事件遭众议院弹劾。", None),
    ("2月12日，中国全国人大通过修改香港选举制度的决定。", "2024-02-12"),
    ("崔天凯周三刊文称，中国全国人大通过修改香港选举制度是必要的。", None),
    # An arrest may but date the main clause; what is done time and again has no day of another clause.
    ("加拿大总理特鲁多周三同一天则对记者说，在史密斯和李明被捕时，官方没有说明原因。", None),
    ("2月1日发生政变后，局势恶化，民众屡遭军政府镇压。", None),
    # A state that goes on began on another day than the one told before.
    ("2月10日，家人收到了通知书，史密斯目前被伊朗政府关押。", None),
]


@pytest.mark.parametrize(("text", "expected"), DATES, ids=[text[:12] for text, _ in DATES])
def test_dates(text: str, expected: str | None, read: Read) -> None:
    """An act is dated by its clause or its announcement."""
    assert read(text)[0].date == expected
    assert {event.date for event in read(text)} <= {expected, None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抗议者周三示威，谴责2月1日的政变，并要求日本释放议员。", "2024-02-14"),
        ("安理会周二举行会议，日本周三宣布制裁俄罗斯。", "2024-02-14"),
        ("拉夫罗夫在2月14日访问越南前接受采访，呼吁日本减少投资。", None),
        ("七国集团外长2月12日表示关切；英国外交大臣拉布发表声明说，中国违反了声明。", None),
    ],
)
def test_a_day_of_another_thing_or_speaker_is_not_lent(text: str, expected: str | None, read: Read) -> None:
    """What is condemned, what comes after, and the words of another behind a semicolon have days of their own."""
    assert read(text)[-1].date == expected


def test_what_is_accused_has_not_the_day_of_the_accusation(read: Read) -> None:
    """今天|谴责|北京对美国实施制裁 does not say when it did."""
    dates = {event.type: event.date for event in read("日本外务省今天谴责北京对美国实施制裁。")}
    assert dates == {"ACCUSE": "2024-02-16", "SANCTION": None}


def test_an_act_of_long_ago_does_not_date_the_news(read: Read) -> None:
    """The embargo of years ago is another deed than the sanctions that a headline tells without a day."""
    events = read("日本1989年曾对缅甸实施武器禁运。", title="日本制裁缅甸")
    assert [(event.date, event.word) for event in events] == [(None, "制裁"), ("1989", "实施武器禁运")]


def test_arrests_told_apart_are_several(read: Read) -> None:
    """Lists tell of many arrests by the police; one without a name is another, but in one paragraph."""
    first, second = "越南警方2月5日逮捕了记者陈文雄。", "此人被越南警方逮捕后获释。"
    assert len(read("引言。", "正文。", "背景。", first + second)) == 1
    assert len(read("引言。", "正文。", "背景。", first, second)) == 2


def test_a_vaguer_telling_lends_its_words_to_no_other(read: Read) -> None:
    """What a headline tells of nobody is not done to whom another word of the text names."""
    (vague, named) = [
        one
        for one in read(*["别的消息。"] * 4, "金与正还警告日本不要派兵。", title="金与正扬言撕毁协议")
        if one.type == "THREATEN"
    ]
    assert (vague.recipients, [one.name for one in named.recipients]) == ((), ["日本"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日本犀利地批评俄罗斯政府。", [("ACCUSE", "日本", "俄罗斯政府")]),
        ("日本严厉地批评俄罗斯政府。", [("ACCUSE", "日本", "俄罗斯政府")]),
        ("日俄双方尖锐批评对方的政策。", [("ACCUSE", "日本", "俄罗斯"), ("ACCUSE", "俄罗斯", "日本")]),
        ("日本和印尼就出口协定达成了一致。", [("AGREE", "日本、印尼", "")]),
        ("俄罗斯对多位议员实施入境禁令。", [("SANCTION", "俄罗斯", "")]),
    ],
)
def test_how_it_is_done_hides_no_subject(text: str, expected: list[tuple[str, str, str]], read: Read) -> None:
    """地 makes an adverb; and what two do to 对方 each does to the other."""
    assert [brief(event) for event in read(text)] == expected


def test_to_be_arrested_and_to_be_sentenced_are_two(read: Read) -> None:
    """And nobody who is sentenced without a day was so on the day of another's arrest."""
    events = read("越南警方2月5日逮捕了陈文雄。", "陈文雄后被判刑四年。")
    assert [(event.word, event.date) for event in events] == [("逮捕了", "2024-02-05"), ("被判刑", None)]


def test_a_place_behind_the_words_is_not_where_they_were_said(read: Read) -> None:
    """What is condemned was done there; who condemns it is elsewhere."""
    (event,) = read("布林肯2月14日谴责缅甸军方在仰光镇压平民。")[:1]
    assert (event.actors[0].name, event.place) == ("布林肯", None)


REVIEWED = [
    ("中国警方2月12日以煽动颠覆国家政权罪拘捕了刘晓波。", ("COERCE", "中国警方", "2024-02-12")),
    ("美国众议院2月12日以煽动叛乱罪名弹劾特朗普。", ("ACCUSE", "美国众议院", "2024-02-12")),
    ("日本政府2月12日为人权问题制裁负有责任的俄罗斯官员。", ("SANCTION", "日本政府", "2024-02-12")),
    ("布林肯2月12日以书面声明谴责俄罗斯以反恐为名迫害记者。", ("ACCUSE", "布林肯", "2024-02-12")),
    ("今年以来，两国关系已恶化，日本2月12日宣布制裁俄罗斯。", ("SANCTION", "日本", "2024-02-12")),
    ("蓬佩奥2月12日说，“伊朗违反了核协议”。", ("ACCUSE", "蓬佩奥", "2024-02-12")),
    ("特朗普2月12日再度因煽动支持者的暴力事件遭众议院弹劾。", ("ACCUSE", "众议院", "2024-02-12")),
    ("佩洛西2月12日就日本制裁俄罗斯一事发表声明。", ("SANCTION", "日本", None)),
    ("佩洛西2月12日就日本、加拿大、英国和欧盟联手制裁俄罗斯一事发表声明。", ("SANCTION", "日本", None)),
    ("日本就香港问题制裁俄罗斯。", ("SANCTION", "日本", None)),
]


@pytest.mark.parametrize(("text", "expected"), REVIEWED, ids=[text[:12] for text, _ in REVIEWED])
def test_words_that_only_look_like_grounds_or_blame(
    text: str, expected: tuple[str, str, str | None], read: Read
) -> None:
    """What a rule on grounds, incitement, blame, titles or incidents must leave alone."""
    first = read(text)[0]
    assert (first.type, first.actors[0].name, first.date) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("日本首相2月15日在布鲁塞尔谴责俄罗斯。", "布鲁塞尔"),
        ("莫斯科谴责日本。", None),
        ("日本政府对在新疆侵犯人权的中国官员实施制裁。", None),
        ("日本首相抵达布鲁塞尔后表示，日本谴责俄罗斯。", None),
    ],
)
def test_where_words_are_said(text: str, place: str | None, read: Read) -> None:
    """Only a phrase right before the word tells it."""
    assert {event.place for event in read(text) if event.type in ("ACCUSE", "SANCTION")} == {place}


def test_a_headline_is_dated_by_the_lead(read: Read) -> None:
    """The day that the lead names with the same actor is that of the headline's act."""
    events = read("日本外务省2月15日就此事发表了谈话。", title="日本外务省谴责朝鲜")
    assert [event.date for event in events] == ["2024-02-15"]


def test_no_order_of_words_breaks_the_reading(read: Read) -> None:
    """Names, act words and marks in any order give events or nothing, never a failed step."""
    chance = random.Random(7)  # noqa: S311 - no secret hangs on it
    words = [word for entry in data("acts") for words in entry.values() if isinstance(words, list) for word in words]
    parts = [
        "美国",
        "布林肯",
        "中国外交部",
        "他",
        "双方",
        "对",
        "被",
        "遭",
        "将",
        "与",
        "、",
        "，",
        "的",
        "了",
        "表示",
        "如果",
        "后",
        "（",
        "”",
    ]
    text = "。".join(
        "".join(chance.choice(words if chance.random() < 0.3 else parts) for _ in range(chance.randint(2, 20)))
        for _ in range(200)
    )
    events = read(text)
    assert all(event.text == text[event.start : event.end] for event in events)
    assert events


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("批俄罗斯罔顾人权 马克龙呼吁各国制裁", [("ACCUSE", "马克龙", "俄罗斯"), ("REQUEST", "马克龙", "")]),
        ("声援示威者遭俄罗斯网攻 爱沙尼亚强化防护", [("COERCE", "俄罗斯", "")]),
        ("人权理事会上交锋 北京批“双重标准”", [("ACCUSE", "中国", "")]),
        ("欧盟批评：疫苗成了宣传工具", [("ACCUSE", "欧盟", "")]),
        ("特鲁多：俄罗斯的制裁是对言论自由的攻击", [("ACCUSE", "特鲁多", "俄罗斯")]),
        ("德国学者连续发文痛批俄罗斯 外交受挫", [("ACCUSE", "德国学者", "俄罗斯")]),
    ],
)
def test_headlines(read: Read, title: str, expected: list[tuple[str, str, str]]) -> None:
    """Of a headline the subject may stand in its next half, be a capital, or speak before a colon."""
    assert [brief(event) for event in read("", title=title)] == expected


def test_a_day_without_a_year_may_be_of_the_year_before(read: Read) -> None:
    """Where the sentence says that it is a year ago; else it is of this year."""
    days = [
        [event.date for event in read(text)]
        for text in ("李大同2月10日被北京警方拘留，至今已有一年多。", "李大同2月10日被北京警方拘留，至今没有消息。")
    ]
    assert days == [["2023-02-10"], ["2024-02-10"]]


def test_one_act_told_twice_is_one(read: Read) -> None:
    """Headline and lead tell one condemnation, by the state and by its minister, who says it."""
    events = read("日本外相上川阳子16日谴责朝鲜。", title="日本谴责朝鲜")
    assert [brief(event) for event in events] == [("ACCUSE", "上川阳子", "朝鲜")]


def test_who_will_go_on_to_say_it_says_it(read: Read) -> None:
    """呼吁, and 将继续呼吁; what is said at a sitting (在会中) is not to come."""
    (request,) = read("日本呼吁朝鲜停火。", "上川阳子说：“日本将继续呼吁朝鲜停火。”")
    assert (request.type, request.status) == ("REQUEST", "happened")
    (accusation,) = read("上川阳子在会中继续批评朝鲜。")
    assert accusation.status == "happened"


NO_ACTS = [
    "前北约秘书长批评俄罗斯。",
    "中国企业负责人批评美国。",
    "美国公司董事长呼吁中国开放市场。",
    # What somebody voices is on what others do; a threat that is received is not his.
    "拜登对一些美国人反对接种疫苗表示不解。",
    "部分成员及其家人又收到死亡恐吓。",
    # Prices and papers, labels of what is told, and what somebody did not get or is not yet.
    "秘鲁说，疫苗厂商以跟古巴断交为提供疫苗的条件。",
    "五角大楼公布航行自由行动年度报告。",
    "文化部周三集结六个电影协会团体。",
    "泰国政变：僧人下跪祈祷",
    "布林肯强调，制度安全不容损害。",
    "以色列没有得到美国的支持。",
    "台湾从未得到世卫组织的支持。",
    "俄罗斯外长说，乌克兰严惩贪腐。",
    "世卫组织警告欧洲可能面临新一波疫情打击。",
    "财政部对日本汽车征收10%消费税。",
    "北京市政府建议市民非必要不离京。",
    "香港对入境旅客采取强制措施。",
    "俄罗斯和中国站在历史正确的一边。",
    "拜登说，乌克兰境内持续发生侵犯人权行为。",
    "欧洲议会取消审查中国投资协定的会议。",
    "德国和老挝的断交危机暂时化解。",
    "泰国警方说，这项罪名最高可被判处十年监禁。",
    "越南将对被控贪污的官员宽大处理。",
    "泰国议会以50票赞成、2票反对结束辩论。",
    # A bare 表示 is a quotation.
    "布林肯表示，他今天很高兴来到这里。",
    # What might be, should be, is asked about, or only served some end.
    "如果俄罗斯制裁日本，东京会作何反应？",
    "欧盟是否制裁白俄罗斯，外界正在观望。",
    "韩国政府希望明年经济好转。",
    # Who speaks of it does not do it.
    "日本外相上川阳子说逮捕记者违背了承诺。",
    # Nobody is named who did it, or nobody who counts in politics.
    "张伟拒绝了李娜的求婚。",
    "湖人队后卫批评裁判。",
    "专家指出，这种蛋白质会攻击癌细胞。",
    "美国政府将华兴公司列入威胁国家安全的名单。",
    # Titles of measures, and how long ago something was.
    "日本政府公布了关于支持台湾企业的措施。",
    "今年是日韩建交的第59年。",
    # Denied or only permitted a verb before; words of other senses.
    "英国和法国不提谴责伊朗。",
    "根据新法，法国政府得以实行冻结资产的措施。",
    "美国政府须惩罚缅甸。",
    "县长表示，如获日本政府同意开设航线，船期不变。",
    "委员会负责审查日本议员的参选资格。",
    "普京说，若面对北约突然制裁，该如何还击尚无定论。",
    "除了朝鲜威胁外，会议还谈到海洋污染。",
    "布林肯希望各方施压，让朝鲜弃核。",
    "发言人说，日本对中国的政策无理攻击。",
    "日本防卫大臣说，朝鲜入侵韩国是最大的威胁。",
    "日本国会支持乌克兰的力度一向很大。",
    "日本首相的讲话仅触及英国撤军等话题。",
    # What only could be done, and deeds that are the object of others told without their doer.
    "从这里起飞的轰炸机即可对日本发动攻击。",
    "中国对修法允许海警开火的做法没有解释。",
    # Mutual, but nobody is named; others without names; things that words are only part of.
    "双方互相指责。",
    "该国政府拘留了他国公民。",
    "警方驱离抗议民众。",
    "昂山素季的律师宣称，一名遭到拘留的首席部长已认罪。",
    # What is only supposed, and set phrases that hold a word of asking.
    "李卓人说，如被判入狱是一生荣耀。",
    "发言人表示，台湾是中国领土不可分割的一部分。",
    # Of those who sanction China nobody is named; China does not sanction itself.
    "西方国家因中国对待少数民族的方式对中国祭出制裁。",
    # Who incites or is blamed does not do it himself.
    "史密斯煽动暴徒袭击日本国会。",
    "他们说，史密斯要对冲击日本国会的事件负责。",
    # A motion that is only debated.
    "日本国会周一就一项谴责俄罗斯侵犯人权的议案进行辩论。",
    # All in brackets: nothing is left of the sentence.
    "（王毅访问）",
    # Concern for somebody; what only is said of a deed; who will not comment.
    "日本国会议员接连表达对台湾安全的担忧。",
    "上川阳子表示，对俄罗斯实施制裁不是办法。",
    "日本外务省拒绝就此发表评论。",
    # Words that are part of others.
    "日本国会周三释放了一些信息。",
    "学者担心反对声音会更大。",
    "学生周三向塑像献花篮。",
    "日本国家电力公司未回应路透的置评要求。",
    # Condolences and pressure are neither support nor a request, and to talk of it is not to do it.
    "布林肯对中国空难表达哀悼。",
    "拜登对韩国列车出轨造成的伤亡事故高度关切。",
    "各方将继续向朝鲜施加压力。",
    "布林肯说，美日讨论了加强区域合作。",
    # What is feared or to be kept from happening; a word of sport; some members of a union, who are not the Union.
    "为避免缅甸军方的血腥镇压，民众逃往泰国。",
    "英国担心香港政府的暴力镇压。",
    "韩国冲击冠军。",
    "欧盟多国今天召见中国大使。",
    "东盟四国外长谴责缅甸军方。",
    # What one will do oneself is asked of nobody; relief is no sanction; an embassy that is shut for a day.
    "日本通知韩国将停止出口。",
    "日本停止对进口汽车征税。",
    "日本停止限制稀土出口。",
    "日本大使馆关闭一天。",
    # Measures that are only named, and a rally that others only speak of.
    "日本取消紧急事态期间的活动。",
    "日本支持反核电游行。",
    # What is knocked down is a treaty; an answer is no urging; private people of a state.
    "史密斯推倒了琼斯的协议。",
    "日本说，对韩国的举动将相应予以回应。",
    "一名日本博士批评韩国。",
    "日本支持运动员不参加奥运会。",
]


@pytest.mark.parametrize("text", NO_ACTS, ids=[text[:12] for text in NO_ACTS])
def test_no_acts(text: str, read: Read) -> None:
    """What is only supposed, asked for or private is no act."""
    assert [brief(event) for event in read(text)] == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("日本、韩国因渔船事件制裁俄罗斯。", ["日本", "韩国"]),
        ("外交官指出，欧盟未来几周也可能对俄罗斯祭出制裁。", ["欧盟"]),
    ],
)
def test_what_stands_before_the_verb_hides_no_subject(text: str, actors: list[str], read: Read) -> None:
    """A matter that is the cause, and words for how soon."""
    assert [event.actors[0].name for event in read(text) if event.type == "SANCTION"] == actors


def test_the_grounds_of_an_act_have_no_actor(read: Read) -> None:
    """以中国迫害少数民族为由 tells why, and not who."""
    events = read("周一，日本政府以俄罗斯迫害记者为由，对4名俄罗斯官员实施制裁。")
    assert [brief(event)[:2] for event in events] == [("SANCTION", "日本政府")]


def test_the_subject_of_a_verdict_is_who_is_blamed(read: Read) -> None:
    """Not whom the clause before names besides."""
    (event,) = read("发言人赵立坚痛批说，日本甘为美国附庸，背信弃义。")
    assert [party.name for party in event.recipients] == ["日本"]


def test_who_is_met_was_sanctioned_on_another_day(read: Read) -> None:
    """What only describes somebody has not the day of the meeting, and he who is met does not support himself."""
    events = read("勒德里安2月16日接见了受到中国制裁的议员格鲁克斯曼，对他表示声援。")
    acts = {event.type: (event.actors[0].name, event.date) for event in events if event.type != "CONSULT"}
    assert acts == {"SANCTION": ("中国", None), "SUPPORT": ("勒德里安", "2024-02-16")}


def test_who_acts_for_a_state_has_its_id(read: Read) -> None:
    """警方 is named with its state, and is the state's."""
    (event,) = read("泰国南部动荡。警方周二拘捕了三名示威者。")
    assert [(party.id, party.name, party.found_by) for party in event.actors] == [("l.th", "泰国警方", "home")]


def test_what_is_done_to_his_kin_is_not_done_to_him(read: Read) -> None:
    """敏昂莱的子女 are not 敏昂莱."""
    for text in ("美国对敏昂莱的两名子女实施了制裁。", "美国制裁敏昂莱的子女。"):
        assert all(not event.recipients for event in read(text))
    (event,) = read("美国对敏昂莱实施了制裁。")
    assert [party.name for party in event.recipients] == ["敏昂莱"]


def test_a_meeting_hoped_for_is_no_act_beside(read: Read) -> None:
    """希望与…举行会谈 is an encounter proposed, not a request as well."""
    assert [(event.type, event.status) for event in read("王毅希望与布林肯举行会谈。")] == [("CONSULT", "proposed")]


def test_what_a_former_government_did_is_not_the_news(read: Read) -> None:
    """What was done in somebody's term, told without a day, is another deed than that of these days."""
    told = read("在特朗普政府的最后期间，美国制裁了俄罗斯官员。2月14日，布林肯再次制裁俄罗斯官员。")
    assert [(event.type, event.date) for event in told] == [("SANCTION", None), ("SANCTION", "2024-02-14")]


def test_a_company_does_not_act_for_its_state(read: Read) -> None:
    """What a company of a state boycotts is not what the state imposes sanctions for, told beside it."""
    events = read("耐克抵制新疆棉花。", "美国2月12日制裁中国官员。")
    assert [brief(event)[1] for event in events] == ["耐克", "美国"]
    assert [event.date for event in events] == [None, "2024-02-12"]


def test_what_somebody_suffers_is_not_held_against_him(read: Read) -> None:
    """对张展被判刑表示关切 blames nobody who is named; 对…被欧盟制裁表示谴责 blames the EU."""
    told = ("美国国务院2月12日对记者张展被判刑表示严重关切。", "中国外交部2月12日对议员被欧盟制裁表示强烈谴责。")
    felt = [[brief(event)[1:3] for event in read(each) if event.type == "ACCUSE"] for each in told]
    assert felt == [[("美国国务院", "")], [("中国外交部", "欧盟")]]


def test_who_is_nominated_for_an_office_is_not_praised(read: Read) -> None:
    """提名 to an office is no support; for a prize it is. 会面临 is no meeting, and 认定…犯有…罪 convicts."""
    assert read("拜登2月12日提名布林肯为国务卿。") == ()
    assert [event.type for event in read("美国众议员提名黄之锋角逐诺贝尔和平奖。")] == ["SUPPORT"]
    assert read("为什么欧美会面临低潮？") == ()
    assert [event.mode for event in read("法国法院2月12日认定萨科齐犯有贪污罪。")] == ["convict"]
    (event,) = read("伊朗外长扎里夫2月12日坚称美国必须解除全部单边制裁。")
    assert (event.type, *brief(event)[1:3]) == ("REQUEST", "扎里夫", "美国")


def test_so_many_days_after_the_day_told(read: Read) -> None:
    """两天后 counts from the day before it; 一周后 names no day, nor does the paragraph lend it one."""
    told = ("2月1日联合国安理会通过决议，两天后法国空袭利比亚。", "2月1日，联合国通过决议。一周后，法国空袭利比亚。")
    days = [[event.date for event in read(each) if event.type == "ASSAULT"] for each in told]
    assert days == [["2024-02-03"], [None]]


def test_who_criticises_besides_announcing_has_done_so(read: Read) -> None:
    """将 of what is announced is not of the criticism told with 并."""
    events = read("英国外交部2月12日表示，将对中国官员实施制裁，并谴责中国侵犯人权。")
    assert [(event.type, event.status) for event in events] == [("SANCTION", "planned"), ("ACCUSE", "happened")]


def test_how_long_ago_it_was_is_not_the_day_of_the_report(read: Read) -> None:
    """达成协定还不到三个月: the day of the dateline is not that of the agreement."""
    (agreement, *_) = read("路透布鲁塞尔2月15日 - 中欧达成投资协定还不到三个月，双方又起争执。")
    assert (agreement.type, agreement.date) == ("AGREE", None)


@pytest.mark.parametrize(
    "text",
    [
        "王毅反对将人权问题政治化。",
        "谷歌打算封锁这项技术，引发美国司法部的关切。",
        "中国对欧盟委员会的征税计划表示强烈反对。",
    ],
)
def test_what_only_looks_like_a_plan(text: str, read: Read) -> None:
    """将 that only leads to an object, and what somebody else plans, put nothing off."""
    assert [event.status for event in read(text)] == ["happened"]


def test_what_is_made_known_was_done_before(read: Read) -> None:
    """What a paper quotes on a day had been done already, and what was done several times has no day that is told."""
    (request,) = read("《华尔街日报》周一引述知情人士的话说，北京已经要求阿里巴巴分拆媒体资产。")
    (drills,) = read("日本防卫大臣木原稔2月14日说，日美两国进行了多次联合演习。")
    assert (request.type, request.date) == ("REQUEST", None)
    assert (drills.type, drills.date) == ("COOPERATE", None)


def test_what_is_agreed_on_for_a_day_was_not_agreed_then(read: Read) -> None:
    """敲定5月1日为期限 is done, on no day that is told."""
    (agreement,) = read("美国政府与塔利班敲定5月1日为撤军期限。")
    assert (agreement.status, agreement.date) == ("happened", None)


def test_a_capital_that_acts_is_not_where_it_does(read: Read) -> None:
    """北京改变香港选制 is the state; 在北京 is a place."""
    (changed,) = read("北京改变香港选举制度。")
    (held,) = read("越南警方在北京逮捕记者陈文雄。")
    assert (changed.actors[0].name, changed.place) == ("中国", None)
    assert held.place == "北京"


def test_what_those_did_who_are_sanctioned_has_a_day_of_its_own(read: Read) -> None:
    """制裁2月1日参与镇压的官员: the sanctions have no day, but 2月12日制裁 has; so has a parade that was held then."""
    (sanction,) = (event for event in read("日本制裁2月1日参与镇压的缅甸官员。") if event.type == "SANCTION")
    (dated,) = (event for event in read("日本2月12日制裁参与镇压的缅甸官员。") if event.type == "SANCTION")
    assert (sanction.date, dated.date) == (None, "2024-02-12")


def test_what_is_done_since_an_old_day_is_not_of_that_day(read: Read) -> None:
    """军方1月1日政变，军警镇压: shots go on; a toll of weeks is of no day either."""
    told = (
        "缅甸军方1月1日发动政变，民众抗议，军方开枪镇压示威者。",
        "在抗议的数周内，共有183人被缅甸军方杀害。",
        "2月12日，路透报道说，在一连数周的抗议行动中，183人遭缅甸军方射杀。",
    )
    assert [event.date for each in told for event in read(each) if event.type == "ASSAULT"] == [None] * 3
    dated = ("2月1日仰光爆发抗议，缅甸军方开枪打死38名示威者。", "2月1日当天，共有38人被缅甸军方杀害。")
    assert [event.date for each in dated for event in read(each) if event.type == "ASSAULT"] == ["2024-02-01"] * 2
    assert read("缅甸军方去年11月至12月发动政变，民众抗议，军方开枪镇压示威者。")


def test_opinions_and_calls_are_no_acts(read: Read) -> None:
    """认同……的说法 supports nobody, 抵制……的呼声 boycotts nothing yet, and 将 before 列入 is 把."""
    assert read("拜登2月12日认同普京是杀手的说法。") == ()
    assert [event.type for event in read("美国抵制北京冬奥会的呼声高涨。")] == []
    told = ("華府將緬甸軍方領袖敏昂萊兩個小孩納入黑名單，並制裁緬甸企業。", "美国将对列入黑名单的中国企业实施制裁。")
    assert [event.status for each in told for event in read(each)] == ["happened", "planned"]


def test_the_army_named_before_is_the_army(read: Read) -> None:
    """军方 behind 中国军方 is China's; 遭暗杀的 stands before those who were, not before who did it."""
    (ban,) = read("路透华盛顿2月12日 - 看过中国军方通知的人士在美国说，军方已禁止特斯拉汽车进入设施。")
    assert ban.actors[0].name == "中国军方"
    (award,) = read("布林肯2月12日为遭暗杀的阿富汗妇女领袖颁发荣誉奖。")
    assert award.actors[0].name == "布林肯"


def test_a_place_in_the_grounds_is_not_where_it_is_done(read: Read) -> None:
    """因嘲讽在边境冲突中伤亡的士兵被捕: the clash was at the border."""
    (event,) = read("因嘲讽在中印边境冲突中伤亡的士兵被拘留的记者王文周三被中国警方逮捕。")
    assert event.place is None
    (event,) = read("前记者王文周三因抗议在香港被警方逮捕。")
    assert event.place == "香港"


def test_those_arrested_in_two_towns_have_no_one_place(read: Read) -> None:
    """分别在北京和丹东; who repeats what another does is told with 即."""
    (arrest,) = read("中国2月12日分别在北京和丹东逮捕了康明凯和斯帕弗。")
    assert arrest.place is None
    (sanction,) = (
        e for e in read("布林肯阐述了看法，即中国2月12日对欧洲议会进行制裁并不妥当。") if e.type == "SANCTION"
    )
    assert brief(sanction)[1:3] == ("中国", "欧洲议会")


def test_sanctions_are_enacted_and_aid_has_an_amount(read: Read) -> None:
    """批准了对…的制裁 and 延长 impose them; 提供1.25亿美元的军事援助 is aid, and quotation marks hide no list."""
    told = (
        "欧盟外长2月12日批准了对11名缅甸军官的制裁。",
        "美国2月12日延长对伊朗的制裁。",
        "美国2月12日将中国实体列入“实体清单”。",
        "美国2月12日向乌克兰提供1.25亿美元的军事援助。",
    )
    assert [[event.type for event in read(each)] for each in told] == [["SANCTION"]] * 3 + [["AID"]]


def test_what_somebody_protests_against_another_does(read: Read) -> None:
    """就中国船只集结提出抗议: it is China that masses ships, the Philippines that protest."""
    told = {event.type: brief(event)[1] for event in read("菲律宾2月12日就中国船只在牛轭礁集结提出外交抗议。")}
    assert told == {"ACCUSE": "菲律宾", "MOBILIZE": "中国"}


def test_ambassadors_in_several_states_are_of_one(read: Read) -> None:
    """中国驻德国、丹麦大使 protest for China, not for those who host them."""
    (protest,) = read("中国驻德国、丹麦和荷兰大使2月12日分别提出严正交涉。")
    assert brief(protest)[1] == "中国"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("俄罗斯今天将驻美国大使召回莫斯科。", "happened"),
        ("俄罗斯即将召回驻美国大使。", "planned"),
        ("中国誓言对美国加征关税。", "planned"),
    ],
)
def test_what_is_vowed_is_to_come_and_what_is_taken_back_is_done(text: str, status: str, read: Read) -> None:
    """将 that leads to an object says nothing of the future."""
    assert [event.status for event in read(text)] == [status]


def test_each_brief_of_a_list_plays_where_it_says(read: Read) -> None:
    """Forces without a state are those of the last place told of in their paragraph, not of the headline's."""
    told = read(
        "球赛在台南开打。", "缅甸局势恶化。示威者13日聚集，安全部队杀死6人。", title="台湾球季开幕 台北迎来观众"
    )
    assert [actor.id for event in told if event.type == "ASSAULT" for actor in event.actors] == ["l.mm"]


@pytest.mark.parametrize("title", ["指控韩国种族灭绝 日本拒绝跟进", "批评韩国防疫 日本民众上街"])
def test_who_does_something_else_did_not_say_what_a_headline_begins_with(title: str, read: Read) -> None:
    """Somebody who refuses to follow did not accuse, and neither did the state of those in the street."""
    assert [event for event in read("两国没有回应。", title=title) if event.type == "ACCUSE"] == []


def test_against_meddling_is_no_reproach_to_whom_one_meets(read: Read) -> None:
    """反对干涉内政 is in most accounts of talks; who meddles is accused."""
    events = read("王毅对俄罗斯外长拉夫罗夫说，两国反对外国干涉内政。")
    assert [brief(event) for event in events if event.type == "ACCUSE"] == []
    assert [brief(event) for event in read("王毅说，日本干涉内政。")] == [("ACCUSE", "王毅", "日本")]


def test_a_year_that_something_else_took_moves_no_day(read: Read) -> None:
    """Talks of a year, a state of emergency for a year; who is held for a year by now was arrested the year before."""
    for text in (
        "2月1日，缅甸军方逮捕了示威者，当局宣布实施一年紧急状态。",
        "2月1日，欧盟制裁俄罗斯，双方谈判已逾一年。",
    ):
        assert {event.date for event in read(text) if event.type != "CONSULT"} == {"2024-02-01"}


def test_the_day_from_which_a_measure_holds_may_be_ahead(read: Read) -> None:
    """Of a day without its month that is near, told beside the day of the ruling."""
    (event,) = (
        event for event in read("日本昨天认定倾销，自18日起对俄罗斯钢铁开征反倾销税。") if event.type == "SANCTION"
    )
    assert (event.date, event.status) == ("2024-02-18", "planned")


def test_the_day_of_a_hearing_is_not_that_of_the_charge(read: Read) -> None:
    """被控 tells there what the case is about."""
    dates = [event.date for event in read("香港商人黎智英周三被控欺诈罪表证成立。") if event.mode == "investigate"]
    assert dates in ([], [None])
    assert [event.date for event in read("香港商人黎智英周三被控欺诈罪。")] == ["2024-02-14"]


def test_what_those_are_blamed_for_who_are_described_is_not_of_the_day(read: Read) -> None:
    """抗议夺权的军方杀害民众 is a rally of that day, in that town; the killing was before, and elsewhere."""
    (event,) = (e for e in read("两百人周三在东京集会，抗议夺权的缅甸军方杀害民众。") if e.type == "ASSAULT")
    assert (event.date, event.place) == (None, None)


def test_whose_autonomy_is_attacked_is_not_accused(read: Read) -> None:
    """Who condemns a state for what it does in another's land calls its deed an attack on that land."""
    events = read("布林肯谴责中国改变香港选举制度，称这个举动是对香港自治的直接攻击。")
    assert {one.name for event in events if event.type == "ACCUSE" for one in event.recipients} == {"中国"}


def test_negotiations_are_no_sentence_of_a_court(read: Read) -> None:
    """谈判 and 批判 hold the sign of a verdict; what two words of one clause tell is one deed."""
    assert [event.type for event in read("布林肯终止了与王毅的合作谈判。") if event.type != "CONSULT"] == ["SANCTION"]
    assert [court_stage(word) for word in ("谈判", "批判", "判刑", "受审")] == ["", "", "sentence", "trial"]


def test_the_day_for_which_something_is_prepared_is_not_that_of_words_before_it(read: Read) -> None:
    """在双方准备于周三会晤之际 tells when, not on which day."""
    (event,) = (e for e in read("在双方准备于周三会晤之际，日本外务省呼吁俄罗斯撤军。") if e.type == "REQUEST")
    assert event.date is None


def test_what_one_did_once_is_not_what_several_do_now(read: Read) -> None:
    """A paragraph of background has not the day of the next, in which others act, too."""
    events = read(
        "两国外长通了电话。",
        "双方谈到贸易。",
        "双方也谈到气候。",
        "日本对一些缅甸官员实施了制裁。",
        "周三，日本、英国和加拿大宣布对缅甸官员实施制裁。",
    )
    assert [event.date for event in events if event.type == "SANCTION"] == [None, *["2024-02-14"] * 3]


def test_sanctions_of_which_somebody_only_says_what_they_are_are_not_his(read: Read) -> None:
    """特鲁多：制裁是对自由的攻击 is a judgement on those of others."""
    assert [e for e in read("他没有多说。", title="特鲁多：制裁是对自由的攻击") if e.type == "SANCTION"] == []


GAPS = [
    ("缅甸警方周三在仰光发射催泪弹，以驱散静坐的示威者。", "ASSAULT", "缅甸警方"),
    ("以色列军队周三在加沙发动新一轮空袭。", "ASSAULT", "以色列军队"),
    ("缅甸全国各地周三再次爆发大规模抗议示威。", "PROTEST", "缅甸抗议者"),
    ("日本正在帮助越南购买疫苗。", "AID", "日本"),
    ("美国将七家中国企业列入出口黑名单。", "SANCTION", "美国"),
    ("日本取消了对韩国游客的签证限制。", "CONCEDE", "日本"),
    ("北京法院周三对加拿大公民康明凯进行不公开审理。", "ACCUSE", "北京法院"),
    ("欧洲议会冻结审议中欧投资协定。", "SANCTION", "欧洲议会"),
    ("缅甸军方关闭了五家独立媒体。", "COERCE", "缅甸军方"),
    ("缅甸军方切断了全国的互联网。", "COERCE", "缅甸军方"),
    ("解放军两架战机周三闯入日本领空。", "MOBILIZE", "解放军"),
]


@pytest.mark.parametrize(("text", "kind", "actor"), GAPS, ids=[text[:12] for text, *_ in GAPS])
def test_words_with_others_between_them(text: str, kind: str, actor: str, read: Read) -> None:
    """列入出口黑名单 is what 列入黑名单 is, 发动新一轮空袭 what 发动空袭 is."""
    assert [(event.type, event.actors[0].name) for event in read(text)] == [(kind, actor)]


def test_to_agree_to_what_one_does_is_one_deed(read: Read) -> None:
    """批准向台湾出售武器 is the sale."""
    assert [event.type for event in read("美国国务院批准向台湾出售价值6亿美元的武器。")] == ["AID"]


def test_the_army_that_is_called_on_is_that_of_which_is_told(read: Read) -> None:
    """军方 alone; 由于 leads to no place."""
    (event,) = read("安理会谴责针对缅甸示威者的暴力，并呼吁军方克制，但由于中国的反对，未能通过决议。")[1:2]
    assert (event.type, [one.id for one in event.recipients]) == ("REQUEST", ["l.mm"])


def test_people_who_are_only_called_on_do_not_protest(read: Read) -> None:
    """呼吁民众走上街头 is his call."""
    assert [event.type for event in read("俄罗斯反对派领袖纳瓦利内呼吁民众走上街头。")] == ["REQUEST"]


def test_a_town_that_two_signs_of_states_spell_is_a_town(read: Read) -> None:
    """巴黎协定 is not of Pakistan and Lebanon."""
    assert all(not event.recipients for event in read("美国签署《巴黎协定》。"))


def test_the_court_that_the_lead_names_is_whose_sentence_the_headline_tells(read: Read) -> None:
    """遭起诉 in a headline is by whom the lead says."""
    events = read("台北地检署周三起诉前部长陈明。", title="前部长陈明遭起诉")
    assert [(event.type, event.actors[0].name) for event in events] == [("ACCUSE", "台北地检署")]


def test_a_word_behind_a_weekday_begins_there(read: Read) -> None:
    """周一起诉 is no 一起."""
    (event,) = read("美国司法部周一起诉三名朝鲜黑客。")
    assert (event.type, event.date) == ("ACCUSE", "2024-02-12")


def test_what_somebody_is_called(read: Read) -> None:
    """称普京是杀手 blames him."""
    assert [brief(event) for event in read("拜登称普京是杀手。")] == [("ACCUSE", "拜登", "普京")]


def test_a_list_of_matters_is_nobody_who_is_blamed(read: Read) -> None:
    """就香港、台湾等问题 is on what China does there."""
    (event,) = read("布林肯就新疆、香港、台湾等问题表达深切关切。")
    assert event.recipients == ()


def test_a_day_in_quotation_marks_is_that_of_what_they_tell(read: Read) -> None:
    """昨天批评“2月1日的行径”，并制裁军方: the sanction is of yesterday."""
    events = read("日本昨天批评缅甸“2月1日发动政变的行径”，并决定对缅甸军方实施制裁。")
    assert [event.date for event in events if event.type == "SANCTION"] == ["2024-02-15"]


DONE = [
    ("上百名缅甸人周日聚集在使馆外，抗议缅甸军方屠杀平民。", ("PROTEST", "上百名缅甸人", "缅甸军方")),
    ("加拿大已将中国对维吾尔人的迫害定性为种族灭绝。", ("ACCUSE", "加拿大", "中国")),
    ("特朗普被推特、脸书等多家社交媒体永久封号。", ("COERCE", "推特", "特朗普")),
    ("特朗普的账号被推特永久封禁。", ("COERCE", "推特", "特朗普")),
    ("缅甸军方在全国各地对手无寸铁的平民使用致命暴力镇压。", ("ASSAULT", "缅甸军方", None)),
    ("日本东京检察官办公室周一起诉两名美国人。", ("ACCUSE", "日本", None)),
    ("黄之锋去年参加了六四悼念集会。", ("PROTEST", "黄之锋", None)),
    ("欧洲议会通过决议，宣布欧盟为自由区，象征性地谴责波兰的宣告。", ("ACCUSE", "欧洲议会", "波兰")),
]


@pytest.mark.parametrize(("text", "told"), DONE, ids=[text[:12] for text, _ in DONE])
def test_who_does_it_whatever_stands_between(text: str, told: tuple[str, str, str | None], read: Read) -> None:
    """People in numbers, a noun behind 将, a list of platforms, what is somebody's own, people without a name."""
    first = next(event for event in read(text) if event.type == told[0])
    assert (first.type, first.actors[0].name, next((p.name for p in first.recipients), None)) == told


@pytest.mark.parametrize(
    "text",
    [
        "欧洲议会有492人支持、141人反对与46人弃权。",
        "澳大利亚政府为遏阻人们入境寻求庇护，制定了新政策。",
        "华为遭美国、英国等多国联手。",
        "中国当局使用强迫劳动的传闻不断。",
    ],
)
def test_what_no_act_is_in_votes_ends_and_means(text: str, read: Read) -> None:
    """141人反对 is a count, 为…寻求庇护 an end, 联手 behind 遭 no cooperation, 使用 takes its object."""
    assert [event.type for event in read(text)] == []


@pytest.mark.parametrize(
    ("text", "kind", "status", "actor"),
    [
        ("中国外交部宣布，对“恶意传播谎言”的英国九名人员实施制裁。", "SANCTION", "happened", "中国外交部"),
        ("中国国防部发言人吴谦表示，“不承诺放弃使用武力”。", "THREATEN", "happened", "吴谦"),
        ("特朗普政府将小米等9家中国公司加入了投资禁令名单。", "SANCTION", "happened", "特朗普政府"),
        ("中美两国愿意在气候领域展开合作。", "COOPERATE", "proposed", "中国"),
        ("美国国防部原计划三天后要求中国撤回设备。", "REQUEST", "planned", "美国国防部"),
        ("法轮功学员刘万胜被锦州市法院枉判6年。", "COERCE", "happened", "锦州市法院"),
        ("哈萨克斯坦反中抗议此起彼伏。", "PROTEST", "happened", "哈萨克斯坦抗议者"),
    ],
)
def test_how_far_a_deed_has_come(text: str, kind: str, status: str, actor: str, read: Read) -> None:
    """传播 is no rumour, 愿意 only an offer, 原计划 a plan; against whom people march is not who marches."""
    assert (kind, status, actor) in [(event.type, event.status, event.actors[0].name) for event in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "缅甸军政府用子弹回应民主呼吁。",
        "小米称，美国政府将其加入禁令名单的过程存在缺陷。",
        "法律赋予中国海警权限可在领海开火。",
    ],
)
def test_what_is_answered_named_or_allowed_is_not_done(text: str, read: Read) -> None:
    """A call that is answered, a measure of which something is said, what a law lets somebody do."""
    assert [event.type for event in read(text)] == []


def test_what_an_ambassador_is_told_of_is_not_done_by_who_tells_him(read: Read) -> None:
    """对英国就新疆问题对华实施制裁提出抗议 is China's protest, not China's sanction."""
    events = read("中国外交部副部长秦刚召见英国大使吴若兰，对英国就新疆问题对华实施单边制裁提出严正抗议。")
    assert ("SANCTION", "秦刚") not in [(event.type, event.actors[0].name) for event in events]


def test_a_headline_is_evidence_of_what_a_later_paragraph_tells_more_of(read: Read) -> None:
    """Whom it was done to may stand only in the third paragraph; the evidence is where it is told first."""
    events = read(
        "双方关系紧张。", "事件受到关注。", "被中国制裁的瑞典学者叶必扬住在斯德哥尔摩。", title="中国反制裁亚洲研究专家"
    )
    assert [(event.block, event.text) for event in events] == [(-1, "中国反制裁亚洲研究专家")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("德美等12国谴责缅甸军方。", [("ACCUSE", "德国"), ("ACCUSE", "美国")]),
        ("法国将领导五国军演。", [("COOPERATE", "法国")]),
        ("国民党人士陈明今批评日本。陈明今受访时谴责日本。", [("ACCUSE", "陈明")]),
        ("联合国报告缅甸军方周三对抗议人群进行镇压。", [("ASSAULT", "缅甸军方")]),
        ("中国政府对腾讯不满，因此要求腾讯尽快出售旗下媒体。", [("ACCUSE", "中国政府"), ("REQUEST", "中国政府")]),
        ("澳大利亚各地有数以千计名女性走上街头。", [("PROTEST", "数以千计名女性")]),
        ("美国国务院在向国会提交的报告中警告说，中国是最强大的对手，建议各大学采取措施。", [("REQUEST", "美国国务院")]),
    ],
)
def test_who_is_meant_by_what_surrounds_a_word(text: str, told: list[tuple[str, str]], read: Read) -> None:
    """States before 等12国, drills of several, 今 and 受访 behind a name, who reports, who goes on to ask."""
    assert [(event.type, event.actors[0].name) for event in read(text)] == told


def test_fear_is_no_forecast_and_haste_no_deed(read: Read) -> None:
    """恐惧 does not make a protest likely; 急于恢复合作 is not done."""
    (event,) = read("缅甸民众带着恐惧继续上街抗议军方。")
    assert (event.type, event.status) == ("PROTEST", "happened")
    assert not read("中方急于恢复与美国的合作。")


def test_where_a_dispatch_was_written_is_not_where_it_plays(read: Read) -> None:
    """（法新社华盛顿28日电）…47人遭起诉 is Hong Kong's doing."""
    events = read("（法新社华盛顿15日电）香港警方拘捕50名异议人士，其中47人遭起诉。", title="香港47人遭起诉")
    assert {party.name for event in events for party in event.actors} <= {"香港", "香港警方"}


def test_two_who_attend_a_conference_together(read: Read) -> None:
    """共同出席了线上会议 is an encounter though no body is named that sits."""
    (event,) = read("克里和解振华周三共同出席了部长级气候问题线上会议。")
    assert (event.type, [party.name for party in event.actors]) == ("CONSULT", ["克里", "解振华"])


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("12人偷渡台湾期间被中国海警截获，其中8人被判刑。", "中国"),
        ("德国警方说，中国大使馆遭人纵火，一名男子已被逮捕。", "德国"),
    ],
)
def test_the_police_named_before_are_whose_the_others_are(text: str, actor: str, read: Read) -> None:
    """Whose police it was in the clause before, they are whose courts judge."""
    assert [event.actors[0].name for event in read(text) if event.type == "COERCE"] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "缅甸抗议进入第51天，示威者占领街头。",
        "西方国家因新疆问题制裁中国打压市场信心。",
        "台湾立委集体穿上这些禁用新疆棉的品牌。",
    ],
)
def test_what_only_names_a_protest_a_market_or_a_brand(text: str, read: Read) -> None:
    """抗议进入第51天 is no reproach, 打压市场信心 no repression, 这些禁用新疆棉的品牌 not who wears them."""
    told = {(event.type, event.actors[0].name) for event in read(text)}
    assert told.isdisjoint({("ACCUSE", "缅甸"), ("COERCE", "中国"), ("SANCTION", "台湾")})


def test_who_is_only_named_as_the_source_of_a_headline_did_not_meet(read: Read) -> None:
    """会晤--日本外务省 is told by the ministry."""
    (event,) = read(title="日本首相菅义伟与美国总统拜登4月将在美国会晤--日本外务省")
    assert [party.name for party in event.actors] == ["菅义伟", "拜登"]


def test_whom_one_is_asked_to_work_with_is_not_asked(read: Read) -> None:
    """敦促巴拉圭与台湾合作 asks Paraguay."""
    (event,) = read("美国敦促巴拉圭与台湾合作应对疫情。")
    assert (event.type, [party.name for party in event.recipients]) == ("REQUEST", ["巴拉圭"])
