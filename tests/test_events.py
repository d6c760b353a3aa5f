"""What was done: encounters with their parties, form, date, place and status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articles import article
from shilu.knowledge import authority
from shilu.reading.reader import read_many

if TYPE_CHECKING:
    from collections.abc import Callable

    from shilu.reading.tagger import Tagger
    from shilu.records import Event


@pytest.fixture
def read(tagger: Tagger) -> Callable[..., tuple[Event, ...]]:
    """The encounters of an article of some paragraphs, published on Friday 16 February 2024."""

    def run(*paragraphs: str, title: str = "", published: str = "2024-02-16") -> tuple[Event, ...]:
        one = article(*paragraphs, title=title, published=published)
        (reading,) = read_many([one], authority=authority(), tagger=tagger)
        return tuple(event for event in reading.events if event.type == "CONSULT")

    return run


def brief(event: Event) -> tuple[str | None, str, str, str | None]:
    """Form, parties, status and date of an encounter."""
    parties = "、".join(party.name for party in (*event.actors, *event.recipients))
    return (event.form, parties, event.status, event.date)


ENCOUNTERS = [
    # A run of abbreviations begins with a word; a sitting of several without a body; whom a description names last.
    ("美国国务卿布林肯周五在东京参加美日会谈。", ("talks", "布林肯、日本", "happened", "2024-02-16")),
    ("日本首相岸田文雄和美国总统拜登周五参加了视频会议。", ("talks", "岸田文雄、拜登", "happened", "2024-02-16")),
    ("布林肯周五会晤身为中国外事主管的王毅。", ("meeting", "布林肯、王毅", "happened", "2024-02-16")),
    ("法国外交部亚太司长周五召见了中国大使卢沙野。", ("meeting", "法国外交部、卢沙野", "happened", "2024-02-16")),
    # Journeys that are begun and ended, and those to somebody's friends.
    ("俄罗斯外长拉夫罗夫周五展开两日访华行程。", ("visit", "拉夫罗夫、中国", "happened", "2024-02-16")),
    ("俄罗斯外长拉夫罗夫周五结束为期两天的访华之旅。", ("visit", "拉夫罗夫、中国", "happened", "2024-02-16")),
    ("王毅周五访问了美国的传统盟友沙特。", ("visit", "王毅、沙特", "happened", "2024-02-16")),
    # A council sits where it speaks, a secretariat does not.
    ("安理会在周三的会议上谴责叙利亚。", ("multilateral", "安理会", "happened", "2024-02-14")),
    # A letter that warns; what a journey comprises is to come, whom somebody is glad to welcome has come.
    ("法国总统马克龙给普京发出了一封警告信。", ("letter", "马克龙、普京", "happened", None)),
    ("布林肯下周访问亚洲，行程包括访问日本。", ("visit", "布林肯、日本", "planned", "2024-02-19/2024-02-25")),
    ("普京很荣幸欢迎习近平来到莫斯科。", ("visit", "习近平、俄罗斯", "happened", None)),
    # Who is received somewhere; by video; on the day of what he attends, or before which nothing else is told.
    ("李家超周三受到韩正在北京会见。", ("meeting", "韩正、李家超", "happened", "2024-02-14")),
    ("马克龙与普京周三视频联系。", ("call", "马克龙、普京", "happened", "2024-02-14")),
    ("习近平出席2月12日举行的开幕式，并与普京会谈。", ("talks", "习近平、普京", "happened", "2024-02-12")),
    ("布林肯2月12日会见前驻华大使，并会见了王毅。", ("meeting", "布林肯、王毅", "happened", "2024-02-12")),
    ("外媒公布2月12日布林肯与王毅会谈的照片。", ("talks", "布林肯、王毅", "happened", "2024-02-12")),
    ("去年，航班停飞，边境关闭，双方对立，如今布林肯会见了王毅。", ("meeting", "布林肯、王毅", "happened", None)),
    ("欧盟将在周五的会议上讨论制裁。", ("multilateral", "欧盟", "planned", "2024-02-16")),
    # The day of a dateline is that of the report.
    ("路透北京2月16日 - 美中战略对话周四结束。", ("talks", "美国、中国", "happened", "2024-02-15")),
    ("九个月前，布林肯与王毅在曼谷会晤。", ("meeting", "布林肯、王毅", "happened", "2023-05")),
    # What is said to somebody during an encounter tells it.
    ("王毅周五在会晤时向布林肯表示，中国不会退让。", ("meeting", "王毅、布林肯", "happened", "2024-02-16")),
    # Verbs with two sides, subjects and objects, both scripts.
    ("美国国务卿布林肯周五在慕尼黑与中国外长王毅会晤。", ("meeting", "布林肯、王毅", "happened", "2024-02-16")),
    (
        "中国国家主席习近平2月6日在北京会见到访的法国总统马克龙。",
        ("meeting", "习近平、马克龙", "happened", "2024-02-06"),
    ),
    (
        "美國國務卿布林肯下週將與日本外相上川陽子通電話。",
        ("call", "布林肯、上川陽子", "planned", "2024-02-19/2024-02-25"),
    ),
    ("德国总理朔尔茨2月8日致函乌克兰总统泽连斯基。", ("letter", "朔尔茨、泽连斯基", "happened", "2024-02-08")),
    # What is said to somebody's face, or by telephone; who is among those met; 通 that a name swallowed.
    ("日本外相上川阳子周五对来访的王毅说，合作很重要。", ("meeting", "上川阳子、王毅", "happened", "2024-02-16")),
    ("布林肯周五在电话中对王毅说，合作很重要。", ("call", "布林肯、王毅", "happened", "2024-02-16")),
    ("布林肯周五会见了包括王毅在内的多国官员。", ("meeting", "布林肯、王毅", "happened", "2024-02-16")),
    (
        "美国国务卿布林肯16日凌晨与中国外长王毅通电话，就地区形势交换意见。",
        ("call", "布林肯、王毅", "happened", "2024-02-16"),
    ),
    ("布林肯原定3月9日访问北京，但因疫情推迟。", ("visit", "布林肯、中国", "cancelled", None)),
    ("中美高层会谈推迟至12日。", ("talks", "中国、美国", "planned", "2024-03-12")),
    ("布林肯周五取消访问北京。", ("visit", "布林肯、中国", "cancelled", "2024-02-16")),
    ("布林肯周五开始出访，首站是东京。", ("visit", "布林肯、日本", "happened", "2024-02-16")),
    ("王毅引用习近平2023年6月会见布林肯时的讲话。", ("meeting", "习近平、布林肯", "happened", "2023-06")),
    # Somebody's counterparts, and leaders of both.
    ("布林肯抵达后，周五与日本领导人会晤。", ("meeting", "布林肯、日本", "happened", "2024-02-16")),
    ("美国与日本领导人会晤将于周五举行。", ("summit", "美国、日本", "planned", "2024-02-16")),
    # A noun far behind its verb; nouns alone.
    ("布林肯和王毅周五举行了为期两天的坦诚会谈。", ("talks", "布林肯、王毅", "happened", "2024-02-16")),
    ("王毅与布林肯的会谈持续了两个小时。", ("talks", "王毅、布林肯", "happened", None)),
    ("中美高层对话引起各方注意。", ("talks", "中国、美国", "happened", None)),
    # A day beside an encounter that is only mentioned is another deed's.
    ("在美中高层会谈前，监管机构2月3日点名五家企业。", ("talks", "美国、中国", "planned", None)),
    ("发言人2月3日就美中高层对话的消息作出回应。", ("talks", "美国、中国", "happened", None)),
    ("2月3日的美中高层会谈前，监管机构点名五家企业。", ("talks", "美国、中国", "happened", "2024-02-03")),
    # A denial holds for what is done at a place, in a time and to somebody whose name begins like them.
    ("布林肯没有在北京会见中国外长王毅。", ("meeting", "布林肯、王毅", "denied", None)),
    ("布林肯没有在2月的慕尼黑会议期间与王毅会晤。", ("meeting", "布林肯、王毅", "denied", "2024-02")),
    ("布林肯2月3日因气球事件被迫推迟访华。", ("visit", "布林肯、中国", "cancelled", "2024-02-03")),
    ("蒙古国总统和总理均会见了王毅。", ("meeting", "蒙古国、王毅", "happened", None)),
    ("布林肯与王毅2月20日的会谈可能小范围进行。", ("talks", "布林肯、王毅", "planned", "2024-02-20")),
    ("佩洛西2022年8月访台争议至今未平。", ("visit", "佩洛西、台湾", "happened", "2022-08")),
    ("中国官员2月10日与美国有关事务官员会谈。", ("talks", "中国、美国", "happened", "2024-02-10")),
    # Behind several states stands where they met; within it something is not done.
    ("中美阿拉斯加会谈2月3日落幕。", ("talks", "中国、美国", "happened", "2024-02-03")),
    ("中国和美国阿拉斯加会谈2月3日落幕。", ("talks", "中国、美国", "happened", "2024-02-03")),
    ("双方没有在2月3日的美中会谈上达成共识。", ("talks", "美国、中国", "happened", "2024-02-03")),
    (
        "美国国防部长奥斯汀在事前没有宣布的行程中会晤阿富汗总统加尼。",
        ("meeting", "奥斯汀、加尼", "happened", None),
    ),
    # Whose words somebody gives; what is talked over is not done.
    ("布林肯引述拜登当时还是副总统时访问中国的话。", ("visit", "拜登、中国", "happened", None)),
    # Whose title runs into his state's name; what somebody would not do at all.
    ("美国防部长奥斯汀2月3日抵达韩国，受到驻韩美军司令迎接。", ("visit", "奥斯汀、韩国", "happened", "2024-02-03")),
    ("江启臣：并不急于在这个时候专程前去与习近平会面。", ("meeting", "江启臣、习近平", "denied", None)),
    # What nothing tells to be to come, months ahead, was last year; plans that nobody has, invitations.
    ("9月1日，中国外长王毅访问德国时，有人示威。", ("visit", "王毅、德国", "happened", "2023-09-01")),
    ("布林肯说，他没有计划在今年夏天前往中国。", ("visit", "布林肯、中国", "denied", "2024-06/2024-08")),
    ("王毅当面邀布林肯访华。", ("visit", "布林肯、中国", "proposed", None)),
    # Who asks that a visit be called off does not pay it.
    ("卢沙野2月3日致函马克龙，要求取消访问台湾的计划。", ("letter", "卢沙野、马克龙", "happened", "2024-02-03")),
    # By whom it is held, who is told to take part, whom somebody is the first to meet.
    ("由布林肯、沙利文与王毅举行的会谈2月3日结束。", ("talks", "布林肯、沙利文、王毅", "happened", "2024-02-03")),
    (
        "两国为解决争端，由中国总理周恩来与印度总理尼赫鲁1960年4月在新德里会谈。",
        ("talks", "周恩来、尼赫鲁", "happened", "1960-04"),
    ),
    (
        "参加会谈的双方代表分别是王毅，与美国国务卿布林肯、白宫顾问沙利文。",
        ("talks", "王毅、布林肯、沙利文", "happened", None),
    ),
    (
        "与拜登一起参加这次峰会的，还有印度总理莫迪、日本首相岸田文雄。",
        ("summit", "拜登、莫迪、岸田文雄", "happened", "2024-02"),
    ),
    ("岸田文雄将成为拜登今年在白宫接待的首位外国首脑。", ("meeting", "岸田文雄、拜登", "planned", "2024")),
    # An invitation that is accepted is no wish.
    ("拜登2月3日接受欧盟邀请，参加欧盟领导人的视频峰会。", ("summit", "拜登、欧盟", "happened", "2024-02-03")),
    # Names suppose and plan nothing; a post abroad is a title.
    ("英国驻华大使吴若兰2月3日被王毅召见。", ("meeting", "王毅、吴若兰", "happened", "2024-02-03")),
    ("法国驻意大利大使马松2月3日被召见。", ("meeting", "意大利、马松", "happened", "2024-02-03")),
    ("法国驻罗马大使明天将被紧急召见。", ("meeting", "意大利、法国", "planned", "2024-02-17")),
    # A word for the time says less than the one before it that makes it unsure; a month long over is the next one.
    ("拜登可能下周与习近平通话。", ("call", "拜登、习近平", "expected", "2024-02-19/2024-02-25")),
    ("泽连斯基提议下周与普京会面。", ("meeting", "泽连斯基、普京", "proposed", "2024-02-19/2024-02-25")),
    ("拜登与习近平将于11月15日在巴厘岛会晤。", ("meeting", "拜登、习近平", "planned", "2024-11-15")),
    ("希望下周拜登与习近平的会谈能取得成果。", ("talks", "拜登、习近平", "planned", "2024-02-19/2024-02-25")),
    # What is denied, refused or called off, in whatever words.
    ("布林肯2月3日未会见习近平。", ("meeting", "布林肯、习近平", "denied", "2024-02-03")),
    ("王毅2月3日未能与布林肯会面。", ("meeting", "王毅、布林肯", "denied", "2024-02-03")),
    ("习近平不出席二十国集团峰会。", ("summit", "习近平、二十国集团", "denied", None)),
    ("朝鲜2月3日拒绝了与韩国会谈。", ("talks", "朝鲜、韩国", "denied", "2024-02-03")),
    ("埃尔多安否认将与阿萨德会面。", ("meeting", "埃尔多安、阿萨德", "denied", None)),
    ("布林肯访华行程因气球事件被迫推迟。", ("visit", "布林肯、中国", "cancelled", None)),
    # Before a meeting whose day is over it is no plan; by its outcome others act.
    ("拜登2月14日与普京举行会谈之前，官员就预测会谈不会顺利。", ("talks", "拜登、普京", "happened", "2024-02-14")),
    ("王毅同意按照拜登与习近平2月11日通话精神保持沟通。", ("call", "拜登、习近平", "happened", "2024-02-11")),
    # 韩三国 is no name.
    ("中、日、韩三国外长2月3日会晤。", ("meeting", "中国、日本、韩国", "happened", "2024-02-03")),
    ("美、日、韩三国国家安全最高代表2月3日会晤。", ("meeting", "美国、日本、韩国", "happened", "2024-02-03")),
    # Who denies nothing, and what is only on the way to a sitting.
    ("佩洛西没有否认将访问台湾。", ("visit", "佩洛西、台湾", "planned", None)),
    ("王毅2月3日为出席会议与布林肯会面。", ("meeting", "王毅、布林肯", "happened", "2024-02-03")),
    ("拜登设想与普京会谈。", ("talks", "拜登、普京", "proposed", None)),
    ("拜登计划2月29日与普京会谈。", ("talks", "拜登、普京", "planned", "2024-02-29")),
    # Whose brother he is has met nobody; a summons on a day is no sitting.
    ("在周二韩国召见日本大使之后，日本提出抗议。", ("meeting", "韩国、日本", "happened", "2024-02-13")),
    # Wishes, and what has no day yet.
    ("拜登说，他希望能与普京会面。", ("meeting", "拜登、普京", "proposed", None)),
    ("普京想访问北京。", ("visit", "普京、中国", "proposed", None)),
    ("发言人未透露拜登与习近平会面的时间。", ("meeting", "拜登、习近平", "planned", None)),
    ("双方仍在商讨拜登访问韩国的日期。", ("visit", "拜登、韩国", "planned", None)),
    # Whom another meets in the next clause, who acts for another or beside him, who is described by whom he met.
    ("王毅2月3日代表习近平会见拉夫罗夫。", ("meeting", "王毅、拉夫罗夫", "happened", "2024-02-03")),
    ("布林肯2月3日陪同拜登会见岸田文雄。", ("meeting", "拜登、布林肯、岸田文雄", "happened", "2024-02-03")),
    ("与王毅会谈的拉夫罗夫说，两国关系很好。", ("talks", "王毅、拉夫罗夫", "happened", None)),
    ("2月3日与王毅举行会谈的拉夫罗夫说，两国关系很好。", ("talks", "王毅、拉夫罗夫", "happened", "2024-02-03")),
    ("王毅2月3日会见拜登任命的气候特使克里。", ("meeting", "王毅、克里", "happened", "2024-02-03")),
    ("欧盟外长2月12日举行视频会议。", ("multilateral", "欧盟", "happened", "2024-02-12")),
    ("王毅将缺席东盟外长会议。", ("multilateral", "王毅、东盟", "denied", None)),
    ("菅义伟接受了拜登的邀请，将于4月访美。", ("visit", "菅义伟、美国", "planned", "2024-04")),
    ("德国外交部2月12日紧急召来中国大使吴恳。", ("meeting", "德国外交部、吴恳", "happened", "2024-02-12")),
    ("普京和默克尔2月3日视频连线。", ("call", "普京、默克尔", "happened", "2024-02-03")),
    ("习近平2月3日向古特雷斯致贺信。", ("letter", "习近平、古特雷斯", "happened", "2024-02-03")),
    # Those who visit are met though that is told before them; of a state not all speak for it.
    ("王毅2月3日会见来访的欧洲议会代表团。", ("meeting", "王毅、欧洲议会", "happened", "2024-02-03")),
    ("王毅2月3日会见了正在北京访问的德国高级官员。", ("meeting", "王毅、德国", "happened", "2024-02-03")),
    ("前国务卿蓬佩奥2月3日与台湾驻美代表萧美琴会晤。", ("meeting", "蓬佩奥、萧美琴", "happened", "2024-02-03")),
    ("中共外长2月3日与俄罗斯外长拉夫罗夫举行会谈。", ("talks", "中国、拉夫罗夫", "happened", "2024-02-03")),
    # How long, how often and what it is called stand between those who meet and the word.
    ("拜登与习近平长达两个小时的通话2月3日结束。", ("call", "拜登、习近平", "happened", "2024-02-03")),
    ("美台官员2月3日第四次在东京会面交流。", ("meeting", "美国、台湾", "happened", "2024-02-03")),
    ("美中首次官员会晤2月3日结束。", ("meeting", "美国、中国", "happened", "2024-02-03")),
    ("两人在2月3日的会谈中就尽早实现布林肯访问中国达成共识。", ("visit", "布林肯、中国", "proposed", None)),
    ("2月18日和19日，布林肯将在伦敦会见王毅。", ("meeting", "布林肯、王毅", "planned", "2024-02-18/2024-02-19")),
    ("早在1984年，撒切尔夫人在北京会见邓小平。", ("meeting", "撒切尔夫人、邓小平", "happened", "1984")),
    # A body that is nothing but the meetings of its states stands for these, but for one who is named.
    ("拜登2月3日出席四方安全对话领导人峰会。", ("summit", "拜登、日本、印度、澳大利亚", "happened", "2024-02-03")),
    ("韩国2月3日与四方安全对话磋商。", ("talks", "韩国、四方安全对话", "happened", "2024-02-03")),
    ("国务院终于宣布，拜登和习近平要会面了。", ("meeting", "拜登、习近平", "planned", None)),
    # What talks are on takes no part in them.
    ("美国和欧盟2月3日重启有关中国问题的双边对话。", ("talks", "美国、欧盟", "happened", "2024-02-03")),
    ("拜登与普京的日内瓦峰会2月3日落幕。", ("summit", "拜登、普京", "happened", "2024-02-03")),
    ("中方的做法发生在中美即将举行高层对话前夕。", ("talks", "中国、美国", "planned", None)),
    ("美国与中国的最高外交官，2月3日在北京举行了会谈。", ("talks", "美国、中国", "happened", "2024-02-03")),
    ("沙利文2月3日与王毅进行了坦诚的讨论。", ("talks", "沙利文、王毅", "happened", "2024-02-03")),
    ("布林肯2月3日与包括日本和韩国在内的盟友磋商。", ("talks", "布林肯、日本、韩国", "happened", "2024-02-03")),
    ("王毅和布林肯2月3日就贸易等议题深入交换意见。", ("talks", "王毅、布林肯", "happened", "2024-02-03")),
    ("美韩2加2会谈2月3日结束。", ("talks", "美国、韩国", "happened", "2024-02-03")),
    ("拜登与莫迪2月3日举行了被称为“良机”的会谈。", ("talks", "拜登、莫迪", "happened", "2024-02-03")),
    ("布林肯与王毅2月3日在日内瓦高层会谈上表示乐观。", ("talks", "布林肯、王毅", "happened", "2024-02-03")),
    ("习近平今年不会对日本进行国事访问——《产经新闻》", ("visit", "习近平、日本", "denied", "2024")),
    ("布林肯当地时间3日与王毅会谈。", ("talks", "布林肯、王毅", "happened", "2024-02-03")),
    ("布林肯与前来阿拉斯加的王毅2月3、4日会谈。", ("talks", "布林肯、王毅", "happened", "2024-02-03/2024-02-04")),
    # Two titles of one person are one.
    (
        "布林肯下周将与中共中央外办主任、国务委员兼外交部长王毅会面。",
        ("meeting", "布林肯、王毅", "planned", "2024-02-19/2024-02-25"),
    ),
    # A capital that its diplomats stand for; a phrase on when between those who meet.
    ("美国官员下周会见北京高级外交官。", ("meeting", "美国、中国", "planned", "2024-02-19/2024-02-25")),
    ("谢锋回应布林肯在对话前与王毅举行会谈。", ("talks", "布林肯、王毅", "happened", None)),
    ("拜登与习近平可能在利马会面。", ("meeting", "拜登、习近平", "expected", None)),
    ("美国、日本和韩国官员周四在华盛顿开会。", ("meeting", "美国、日本、韩国", "happened", "2024-02-15")),
    ("习近平与金正恩2月3日互致口信。", ("letter", "习近平、金正恩", "happened", "2024-02-03")),
    ("习近平2月3日与法国总统马克龙通电话，双方商谈了贸易。", ("call", "习近平、马克龙", "happened", "2024-02-03")),
    ("印澳日美2月3日举行四方视频会谈。", ("talks", "印度、澳大利亚、日本、美国", "happened", "2024-02-03")),
    ("美国、日本和印度三国首脑的在线会议将在3月举行。", ("talks", "美国、日本、印度", "planned", "2024-03")),
    ("布林肯2月3日会晤了日本防卫和外务大臣。", ("meeting", "布林肯、日本", "happened", "2024-02-03")),
    ("拜登与岸田文雄、莫迪2月3日举行了四方对话。", ("multilateral", "拜登、岸田文雄、莫迪", "happened", "2024-02-03")),
    ("普京建议双方周一再次与拜登通话。", ("call", "普京、拜登", "proposed", "2024-02-19")),
    ("中方急于与拜登会谈。", ("talks", "中国、拜登", "proposed", None)),
    (
        "这是在美国、日本、印度领导人2月3日举行“四方安全对话机制”首次峰会之后。",
        ("summit", "美国、日本、印度", "happened", "2024-02-03"),
    ),
    ("普赖斯说，布林肯会见中国官员时，美国将坦率直言。", ("meeting", "布林肯、中国", "planned", None)),
    (
        "布林肯2月3日同日本外相上川阳子和防卫相木原稔举行美日安全保障磋商委员会2+2会议。",
        ("talks", "布林肯、上川阳子、木原稔", "happened", "2024-02-03"),
    ),
    # 中 that ends a phrase with 在 is no China; what another owns is not his own doing; what somebody is going to do.
    ("布林肯2月6日在欧洲首访中与朔尔茨会晤。", ("meeting", "布林肯、朔尔茨", "happened", "2024-02-06")),
    ("法国参议员盖赫要访问台湾，北京反对。", ("visit", "盖赫、台湾", "planned", None)),
    # A sitting that is part of what somebody is.
    ("阿富汗是2月6日在布鲁塞尔举行的北约外长会议的主要议题。", ("multilateral", "北约", "happened", "2024-02-06")),
    # States that make up a body; heads of state named elsewhere; allies in the phrase with 跟.
    (
        "美国、日本、印度组成的“四方安全对话”下周将举行领袖峰会。",
        ("summit", "美国、日本、印度", "planned", "2024-02-19/2024-02-25"),
    ),
    ("习近平和拜登2月3日通话。中美元首的通话很重要。", ("call", "习近平、拜登", "happened", "2024-02-03")),
    (
        "布林肯2月3日跟美国在亚洲的盟国日本和韩国的外交官员会晤。",
        ("meeting", "布林肯、日本、韩国", "happened", "2024-02-03"),
    ),
    ("拜登2月3日出席七国集团领袖视讯会谈。", ("talks", "拜登、七国集团", "happened", "2024-02-03")),
    # Who speaks at a sitting takes part in it; those in one word behind 与 are all who meet.
    ("德国总理朔尔茨2月6日在北约峰会上说，要与美国合作。", ("summit", "朔尔茨、北约", "happened", "2024-02-06")),
    ("汪文斌强调有关决定，与中美对话无任何关系。", ("talks", "中国、美国", "happened", None)),
    (
        "中共天津市委书记李鸿忠2月3日与到天津视察的日本驻华大使垂秀夫会晤。",
        ("meeting", "李鸿忠、垂秀夫", "happened", "2024-02-03"),
    ),
    ("拜登选择先与岸田文雄会面。", ("meeting", "拜登、岸田文雄", "planned", None)),
    ("美国政府1月上任至今，连续举行美日会谈。", ("talks", "美国、日本", "happened", None)),
    # That somebody asks to call it off calls it off not: it stands as planned; talks without a result were held.
    ("中国大使2月6日致函要求议员取消法国国会访台团。", ("visit", "法国国会、台湾", "planned", None)),
    ("布林肯2月6日在慕尼黑与王毅举行了紧张而没有成果的会谈。", ("talks", "布林肯、王毅", "happened", "2024-02-06")),
    # Talks of one with states; the sitting of a body's ministers; a letter that warns; hosts glad to see a guest.
    ("莫迪与波兰和乌克兰讨论了该项目。", ("talks", "莫迪、波兰、乌克兰", "happened", None)),
    ("欧盟外长将在2月26日的会议上讨论制裁。", ("multilateral", "欧盟", "planned", "2024-02-26")),
    ("七国集团2月26日举行线上会议。", ("multilateral", "七国集团", "planned", "2024-02-26")),
    ("卢沙野于2月6日向参议员理查德发去了一封警告信。", ("letter", "卢沙野、理查德", "happened", "2024-02-06")),
    # Days that share a word, or stand beside their weekdays, are one stretch; so is one up to a weekday.
    ("布林肯2月15和16日在慕尼黑与王毅会谈。", ("talks", "布林肯、王毅", "happened", "2024-02-15/2024-02-16")),
    (
        "周二（13日）和周三（14日），布林肯在慕尼黑与王毅会谈。",
        ("talks", "布林肯、王毅", "happened", "2024-02-13/2024-02-14"),
    ),
    ("布林肯将于2月23日至周日与王毅会谈。", ("talks", "布林肯、王毅", "planned", "2024-02-23/2024-02-25")),
    # A month that opens the sentence holds for all of it.
    (
        "去年四月，卢沙野发文，并批评西方，引发不满，因而被法国外交部召见。",
        ("meeting", "法国外交部、卢沙野", "happened", "2023-04"),
    ),
    # Who is told by what he did; somebody without a name of whom something is said.
    ("会见过王毅的布林肯说，谈话很坦率。", ("meeting", "布林肯、王毅", "happened", None)),
    ("王毅致信布林肯，对小组今年夏天访问台湾的计划施压。", ("letter", "王毅、布林肯", "happened", None)),
    # Whom the article calls the holder of an office is meant by its title.
    (
        "荷兰贸易部长范莱文发言。中国与荷兰贸易部长2月3日会谈。",
        ("talks", "中国、范莱文", "happened", "2024-02-03"),
    ),
    # Whose time in office it is says not who meets.
    (
        "美中高官2月3日举行拜登总统上任以来的首次会谈。",
        ("talks", "美国、中国", "happened", "2024-02-03"),
    ),
    # Titles with names of states in them are no parties, nor are places.
    (
        "美国负责日本和韩国事务的副助理国务卿华自强2月1日在东京与日本外务省官员举行了磋商。",
        ("talks", "华自强、日本外务省", "happened", "2024-02-01"),
    ),
    # What is to come, wished for, or called off.
    ("布林肯计划下月与王毅会面。", ("meeting", "布林肯、王毅", "planned", "2024-03")),
    ("王毅希望与布林肯举行会谈。", ("talks", "王毅、布林肯", "proposed", None)),
    ("布林肯取消了与王毅的会谈。", ("talks", "布林肯、王毅", "cancelled", None)),
    ("北约外长会议4月3日将在布鲁塞尔举行。", ("multilateral", "北约", "planned", "2024-04-03")),
    ("两人上周失联，但布林肯已做好随时与王毅会谈的准备。", ("talks", "布林肯、王毅", "proposed", None)),
    # Titles in event words, and 2+2; a phrase led by 在 whose people are the subjects.
    ("中国外长王毅说，中俄外长会谈2月3日举行。", ("talks", "王毅、俄罗斯", "happened", "2024-02-03")),
    ("在布林肯与王毅2月3日举行会晤前，各方没有表态。", ("meeting", "布林肯、王毅", "happened", "2024-02-03")),
    # Offices that are named together, behind several states; who attends; others behind a comma; nameless officials.
    ("法国与德国的外交和国防首长周四在柏林举行会谈。", ("talks", "法国、德国", "happened", "2024-02-15")),
    (
        "布林肯、奥斯汀与上川阳子、木原稔出席的2+2会谈2月3日在东京举行。",
        ("talks", "布林肯、奥斯汀、上川阳子、木原稔", "happened", "2024-02-03"),
    ),
    ("由王毅和上川阳子参加的会谈周四登场。", ("talks", "王毅、上川阳子", "happened", "2024-02-15")),
    (
        "布林肯2月3日与法国和德国两国首脑，以及冯德莱恩举行了会谈。",
        ("talks", "布林肯、法国、德国、冯德莱恩", "happened", "2024-02-03"),
    ),
    ("王毅周四在布鲁塞尔与欧盟官员讨论气候合作。", ("talks", "王毅、欧盟", "happened", "2024-02-15")),
    # What will be on the day of publication is still to come; a dateline's towns are no states that meet.
    ("中美高层会谈周五将在慕尼黑举行。", ("talks", "中国、美国", "planned", "2024-02-16")),
    (
        "路透巴黎/布鲁塞尔2月16日 - 中国和美国将从周二开始在维也纳进行间接会谈。",
        ("talks", "中国、美国", "planned", "2024-02-20"),
    ),
    # What they agree to hold is to come.
    ("王毅和布林肯同意举行会谈。", ("talks", "王毅、布林肯", "planned", None)),
    # Verbs that may stand between 与 and its event word; two phrases with 与 and 和.
    ("布林肯愿意与王毅继续进行谈判。", ("talks", "布林肯、王毅", "proposed", None)),
    (
        "布林肯2月3日和沙利文在维也纳与王毅会面。",
        ("meeting", "布林肯、沙利文、王毅", "happened", "2024-02-03"),
    ),
    # The subject stands in the next clause; the convener in the one before; the list behind.
    ("除了2月3日与王毅会面外，布林肯还发表了讲话。", ("meeting", "布林肯、王毅", "happened", "2024-02-03")),
    (
        "在沙利文的邀请之下，王毅和上川阳子2月3日进行了三方会谈。",
        ("multilateral", "王毅、上川阳子、沙利文", "happened", "2024-02-03"),
    ),
    ("萧美琴2月3日前往国务院与布林肯会面。", ("meeting", "萧美琴、布林肯", "happened", "2024-02-03")),
    ("中国对美日会谈表示警惕。", ("talks", "美国、日本", "happened", None)),
    ("布林肯2月3日与德国外长会面。", ("meeting", "布林肯、德国", "happened", "2024-02-03")),
    ("美国国防部长奥斯汀2月3日与加尼等阿富汗高层官员会面。", ("meeting", "奥斯汀、加尼", "happened", "2024-02-03")),
    ("布林肯与王毅在慕尼黑会晤（2024年2月3日）。", ("meeting", "布林肯、王毅", "happened", "2024-02-03")),
    ("布林肯与王毅2月3日讨论了贸易。", ("talks", "布林肯、王毅", "happened", "2024-02-03")),
    (
        "美国、日本、印度与澳大利亚“四方安全对话”领袖2月3日举行峰会。",
        ("summit", "美国、日本、印度、澳大利亚", "happened", "2024-02-03"),
    ),
    ("布林肯2月3日与王毅讨论了贸易。", ("talks", "布林肯、王毅", "happened", "2024-02-03")),
    ("拜习会去年11月在加州举行。", ("meeting", "拜登、习近平", "happened", "2023-11")),
    ("下周预定的欧盟峰会将改为视频峰会。", ("summit", "欧盟", "planned", "2024-02-19/2024-02-25")),
    ("北约首次提到中国，是在2019年底伦敦的峰会后。", ("summit", "北约", "happened", "2019-12")),
    (
        "日本防卫大臣木原稔2月3日与来访的印尼国防部长普拉博沃举行会谈。",
        ("talks", "木原稔、普拉博沃", "happened", "2024-02-03"),
    ),
    ("王毅2月3日在签署合作计划前会见了伊朗总统莱希。", ("meeting", "王毅、莱希", "happened", "2024-02-03")),
    # A clause without a subject or a time of its own shares what is to come.
    ("布林肯将返回德国，会见王毅。", ("meeting", "布林肯、王毅", "planned", None)),
    ("布林肯曾尝试与王毅会面。", ("meeting", "布林肯、王毅", "proposed", None)),
    ("布林肯与王毅的电话会晤持续了一小时。", ("call", "布林肯、王毅", "happened", None)),
    # What came of it is told now, not the encounter.
    ("布林肯2月14日向媒体介绍了与王毅会面的情况。", ("meeting", "布林肯、王毅", "happened", None)),
    ("特朗普没有这样做，还亲自致电习近平祝贺新年。", ("call", "特朗普、习近平", "happened", None)),
    ("中国希望按照拜登与习近平去年11月会晤的精神管控分歧。", ("meeting", "拜登、习近平", "happened", "2023-11")),
    ("七国集团外长周五齐聚伦敦。", ("multilateral", "七国集团", "happened", "2024-02-16")),
    ("除了与王毅会面外，布林肯还将发表讲话。", ("meeting", "布林肯、王毅", "planned", None)),
    ("布林肯2月3日与14个国家的代表通话，包括法国、日本。", ("call", "布林肯、法国、日本", "happened", "2024-02-03")),
    ("在议会2月3日投票前，布林肯与王毅会谈。", ("talks", "布林肯、王毅", "happened", None)),
    ("报社2月3日披露，布林肯曾致函王毅。", ("letter", "布林肯、王毅", "happened", None)),
    # Times of something else: since an election, after a visit before.
    ("布林肯与王毅的会晤是日本去年10月举行选举以来的首次。", ("meeting", "布林肯、王毅", "happened", None)),
    ("布林肯说，双方定于4月9日与王毅会晤。", ("meeting", "布林肯、王毅", "planned", "2024-04-09")),
    ("对于布林肯将与王毅会晤，双方正以4月9日为日期进行协调。", ("meeting", "布林肯、王毅", "planned", "2024-04-09")),
    # Sittings of bodies, letters, ambassadors summoned.
    ("王毅2月3日出席第79届联合国大会。", ("multilateral", "王毅、联合国大会", "happened", "2024-02-03")),
    ("泽连斯基在2月3日给朔尔茨的公开信中提出要求。", ("letter", "泽连斯基、朔尔茨", "happened", "2024-02-03")),
    ("朔尔茨2月3日表示，他不急于前往北京，与习近平会面。", ("meeting", "朔尔茨、习近平", "denied", None)),
    ("拜登邀请习近平等40位领导人参加4月举行的气候峰会。", ("summit", "拜登、习近平", "proposed", "2024-04")),
    ("为实现首次美朝首脑会谈，两国作了努力。", ("summit", "美国、朝鲜", "proposed", None)),
    ("2月15日，中印双方同意尽快举行下一轮会谈。", ("talks", "中国、印度", "planned", None)),
    ("拜登将与日、印、澳领导人会谈。", ("talks", "拜登、日本、印度、澳大利亚", "planned", None)),
    ("中国外交部欧洲司负责人2月3日召见吴若兰。", ("meeting", "中国外交部、吴若兰", "happened", "2024-02-03")),
    ("去年，印度和俄罗斯有史以来首次没有举行峰会。", ("summit", "印度、俄罗斯", "denied", "2023")),
    ("德国大使馆2月3日致信给泽连斯基。", ("letter", "德国大使馆、泽连斯基", "happened", "2024-02-03")),
    ("安理会周五将开会讨论缅甸局势。", ("multilateral", "安理会", "planned", "2024-02-16")),
    ("朔尔茨2月3日应邀进入白宫与拜登会面。", ("meeting", "朔尔茨、拜登", "happened", "2024-02-03")),
    # Whom somebody comes to see is told of behind what brings him; words for calls and letters that hold others.
    (
        "王毅2月3日在北京与来华进行正式访问的法国外长塞茹尔内会谈。",
        ("talks", "王毅、塞茹尔内", "happened", "2024-02-03"),
    ),
    ("习近平2月3日向拜登致贺电，祝贺他就任。", ("letter", "习近平、拜登", "happened", "2024-02-03")),
    ("拜登与习近平2月3日通了两个小时的电话。", ("call", "拜登、习近平", "happened", "2024-02-03")),
    ("武文赏2月3日与习近平互致贺电。", ("letter", "武文赏、习近平", "happened", "2024-02-03")),
    # Two states are named with a word for both, officials by what they are in charge of.
    ("中美两大国2月3日在曼谷高层会晤。", ("meeting", "中国、美国", "happened", "2024-02-03")),
    ("这是美中两国外交领袖首次的面对面会谈。", ("talks", "美国、中国", "happened", None)),
    ("拜登和岸田文雄将举行包括韩国在内的三国首脑会谈。", ("summit", "拜登、岸田文雄、韩国", "planned", None)),
    ("普京2月3日邀请拜登举行直播对话。", ("talks", "拜登、普京", "proposed", None)),
    ("徐薰将于3月2日在华盛顿出席韩美日国安首长会议。", ("multilateral", "徐薰、美国、日本", "planned", "2024-03-02")),
    ("伊朗不考虑与美国举行非正式会谈。", ("talks", "伊朗、美国", "denied", None)),
    ("加藤胜信2月8日就菅义伟首相访美表示，具体日程尚未确定。", ("visit", "菅义伟、美国", "expected", None)),
    # When it is over says when it was; what was to be was not.
    ("美国和中国的首次高层对话，2月3日落幕。", ("talks", "美国、中国", "happened", "2024-02-03")),
    ("拜登与莫迪的会晤原定3月17日举行，但因故取消。", ("meeting", "拜登、莫迪", "cancelled", "2024-03-17")),
    # What hung on a wall is of another century.
    ("墙上的照片拍于1894年，下方是中美会谈现场。", ("talks", "中国、美国", "happened", None)),
    ("习近平2月3日致函祝贺泽连斯基当选。", ("letter", "习近平、泽连斯基", "happened", "2024-02-03")),
]


@pytest.mark.parametrize(("text", "expected"), ENCOUNTERS, ids=[text[:16] for text, _ in ENCOUNTERS])
def test_encounters(
    text: str, expected: tuple[str, str, str, str | None], read: Callable[..., tuple[Event, ...]]
) -> None:
    """A sentence that tells one encounter gives it with its parties, status and date."""
    assert [brief(event) for event in read(text)] == [expected]


def test_what_comes_after_something_to_come(read: Callable[..., tuple[Event, ...]]) -> None:
    """What somebody does after what he will do is to come as well, on the next such weekday."""
    met = read("王毅将在星期三结束与朔尔茨的会晤后，于星期四在柏林与法国外长塞茹尔内举行会谈。")
    assert [brief(event) for event in met] == [
        ("meeting", "王毅、朔尔茨", "planned", "2024-02-21"),
        ("talks", "王毅、塞茹尔内", "planned", "2024-02-22"),
    ]


def test_those_who_hold_no_office_meet_for_no_state(read: Callable[..., tuple[Event, ...]]) -> None:
    """Two men of business make no encounter; one of them and a minister do."""
    assert read("马云和马斯克2023年在上海举行会谈。") == ()
    assert [brief(event)[1] for event in read("马斯克2月3日与王毅会面。")] == ["马斯克、王毅"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("被美国和欧盟制裁的俄罗斯外长拉夫罗夫2月3日与王毅会谈。", ["拉夫罗夫、王毅"]),
        ("布林肯在由美国和英国发起的会议上与王毅举行会谈。", ["布林肯、王毅"]),
        ("由中国和俄罗斯主导的阿富汗和平对话没有结果。", []),
        ("普京参加峰会的目的是缓和与美国和欧盟的关系。", []),
        ("列席峰会的官员以为，俄罗斯会与乌克兰开战。", []),
        ("普京看见了拜登。", []),
        ("马斯克2月3日同汇丰银行高管在日本一家饭店会面。", []),
        ("习近平2月3日向参加联合国大会的商人喊话。", []),
        ("比利时、德国等欧盟多国2月3日召见中国大使。", ["比利时、中国", "德国、中国"]),
        ("美中会谈中国代表王毅发言。", ["美国、中国"]),
        ("王毅和布林肯2月3日都谈到台湾问题。", []),
        ("普京与朔尔茨和马克龙三方通话。", ["普京、朔尔茨、马克龙"]),
        ("美国的官员与外长王毅2月3日举行会谈。", ["美国、王毅"]),
    ],
)
def test_what_only_looks_like_a_list_of_those_who_meet(
    text: str, expected: list[str], read: Callable[..., tuple[Event, ...]]
) -> None:
    """Those in a passive, an aim or what others said meet nobody by that."""
    assert [brief(event)[1] for event in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "台湾去年12月起全面暂停引进印尼籍移工来台。",
        "中国2019年7月31日宣布禁止中客来台自由行。",
        "作家陈明2月9日到访精华展，没有看到旗帜。",
        "李克强1月26日走访了中德合资化工厂。",
        "周森锋2008年到湖北宜城任市委常委。",
        "RCEP成员国决定每2个月左右召开一次联合委员会会议。",
        "当局对来自大陆各地、澳门和台湾的抵港人士有不同安排。",
        "五名患者分别由巴基斯坦、土耳其和菲律宾抵港。",
        "检察官说，洪都拉斯总统埃尔南德斯涉嫌协助走私可卡因到美国。",
        "贺锦丽表示，讨论到最近中美洲移民入境问题。",
        "法国国防部长帕利发布了赴南中国海的两艘军舰的照片。",
        "王毅在求学时期认识了他，赴美深造前与他告别。",
        "李柱铭在香港大学毕业后，再到英国读法律。",
        "王毅2月5日赴美和家人团聚。",
    ],
)
def test_travellers_and_ventures_make_no_visits(text: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """Labour, tourists, posts at home, exhibitions, joint ventures and regular sittings are no encounters."""
    assert read(text) == ()


@pytest.mark.parametrize(
    "text", ["布林肯1月17日访问韩国期间与留学生座谈。", "王毅1月28日访问日本并会见中国驻日大使馆人员。"]
)
def test_whom_a_guest_meets_besides_hides_no_visit(text: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """Students abroad and a mission's staff behind a visit do not make it none."""
    assert [event.form for event in read(text)][:1] == ["visit"]


def test_a_plan_to_visit_is_planned_whatever_its_day(read: Callable[..., tuple[Event, ...]]) -> None:
    """干涉……访问台湾的计划: the visit is but a plan; 考虑到 supposes nothing."""
    (plan,) = read("卢沙野1月19日发文，批评贝尔伯克访问台湾的计划。")
    (told,) = read("考虑到这是在布林肯和奥斯汀访问日本几天后披露的，口信有其意义。")
    assert (plan.status, told.status) == ("planned", "happened")


def test_who_is_left_open_is_not_whom_others_met(read: Callable[..., tuple[Event, ...]]) -> None:
    """Missions are not visited, he who invites others met them, and 当时 the title was somebody else's."""
    assert read("陈明等人去了澳大利亚、日本、印度驻美大使馆前，表达支持。") == ()
    (met,) = read("北京邀请俄罗斯外长到中国访问，王毅2月3日会见朝鲜大使。", "当时的访问是日本首相的正式访华。")[-1:]
    assert [one.name for one in met.actors] == ["日本"]


def test_an_invitation_that_is_only_spoken_of(read: Callable[..., tuple[Event, ...]]) -> None:
    """应 in 回应 and 应当, and 接受 in 接受采访, accept nothing."""
    for text in ("日方回应称将邀请习近平访问日本。", "日本政府应当邀请习近平访问日本。"):
        (event,) = read(text)
        assert event.status == "proposed"


def test_talks_where_the_guests_arrive(read: Callable[..., tuple[Event, ...]]) -> None:
    """Talks told of the guests alone, in the clause behind their arrival, are held with their host."""
    _, talks = read("美国防长奥斯汀和国务卿布林肯2月12日抵达日本，13日举行会谈。")
    assert brief(talks) == ("talks", "奥斯汀、布林肯、日本", "happened", "2024-02-13")


def test_the_name_of_talks_is_no_verb(read: Callable[..., tuple[Event, ...]]) -> None:
    """The subject of the clause before does not hold what the next one names by its place."""
    (call,) = read("拜登2月10日与习近平通电话，双方承诺不对抗，阿拉斯加会谈正是大好时机。")
    assert brief(call) == ("call", "拜登、习近平", "happened", "2024-02-10")


def test_a_day_within_the_week_is_the_date(read: Callable[..., tuple[Event, ...]]) -> None:
    """Where one sentence tells the week and another the day, an encounter has its day."""
    (event,) = read("布林肯上周在慕尼黑与王毅会谈。", "发言人说，2月8日，局势缓和，布林肯在慕尼黑与王毅会谈。")
    assert event.date == "2024-02-08"


def test_what_is_only_referred_to(read: Callable[..., tuple[Event, ...]]) -> None:
    """What was once, what left a spirit and what is only talked of is not of the day on which that is told."""
    assert read("2月6日，数位曾与欧盟官员会晤的朝鲜代表召开记者会。") == ()
    for text, who in (
        ("古特雷斯表示，正与中国就访问新疆进行磋商。", "古特雷斯"),
        ("联合国正与中国就人权官员访问新疆进行谈判。", "联合国"),
    ):
        talks, visit = read(text)
        assert brief(talks)[:3] == ("talks", f"{who}、中国", "happened")
        assert (brief(visit), talks.place) == (("visit", f"{who}、中国", "proposed", None), None)
    (talks,) = read("联合国秘书长古特雷斯正与中国就人权官员访问新疆进行谈判。")
    assert brief(talks)[:2] == ("talks", "古特雷斯、中国")
    assert read("古特雷斯表示：“目前人权事务公署正在跟中国当局进行磋商。”") == ()


def test_place_of_another_encounter(read: Callable[..., tuple[Event, ...]]) -> None:
    """Where others met is not where those meet of whom the next clause tells."""
    one, other = read("中美两国2月3日在首尔举行会谈，欧盟也将同中国展开会谈。")
    assert (one.place, other.place) == ("首尔", None)


VISITS = [
    # Ministers of two states pay two visits; places may be led by 包括; a ship pays none.
    (
        "新加坡外长维文、马来西亚外长希沙慕丁2月3日访问中国。",
        [("维文", "中国", "2024-02-03", "中国"), ("希沙慕丁", "中国", "2024-02-03", "中国")],
    ),
    (
        "布林肯上月访问了包括日本和韩国在内的多国。",
        [("布林肯", "日本", "2024-01", "日本"), ("布林肯", "韩国", "2024-01", "韩国")],
    ),
    ("法国海军两艘军舰2月3日抵达印度孟买。", []),
    ("法国海军代表团2月3日抵达日本。", [("法国海军", "日本", "2024-02-03", "日本")]),
    # What somebody else thinks of a visit to come is not his; two and three heads of state.
    ("中国大使对法国参议院今年夏季一次访台计划表示担忧。", [("法国参议院", "台湾", "2024-06/2024-08", "台湾")]),
    (
        "马克龙、朔尔茨、德拉吉2月3日访问基辅。",
        [("马克龙", "乌克兰", "2024-02-03", "基辅")],
    ),
    # Those whom a body sends are its own, and those whom somebody leads go with him.
    ("美国国会代表团周二访问日本。", [("美国国会", "日本", "2024-02-13", "日本")]),
    ("法国参议院代表团周二访问日本。", [("法国参议院", "日本", "2024-02-13", "日本")]),
    ("日本国会访问团周二抵达首尔。", [("日本国会", "韩国", "2024-02-13", "首尔")]),
    ("马克龙去年9月率领90人的代表团访问日本。", [("马克龙", "日本", "2023-09", "日本")]),
    ("法国总统马克龙去年4月访问了中国。", [("马克龙", "中国", "2023-04", "中国")]),
    (
        "布林肯将前往日本和韩国，从周一开始进行为期四天的访问。",
        [("布林肯", "日本", "2024-02-19", "日本"), ("布林肯", "韩国", "2024-02-19", "韩国")],
    ),
    ("在布林肯到访日本的第二天，两国签署声明。", [("布林肯", "日本", None, "日本")]),
    ("布林肯上月访问了日本和韩国。", [("布林肯", "日本", "2024-01", "日本"), ("布林肯", "韩国", "2024-01", "韩国")]),
    ("美国财政部长耶伦计划今年再次访华。", [("耶伦", "中国", "2024", "中国")]),
    ("日本首相岸田文雄2月10日抵达波兰首都华沙。", [("岸田文雄", "波兰", "2024-02-10", "华沙")]),
    ("正在比利时布鲁塞尔访问的布林肯接受了采访。", [("布林肯", "比利时", "2024-02", "布鲁塞尔")]),
    ("布林肯结束了对沙特阿拉伯的访问。", [("布林肯", "沙特阿拉伯", None, "沙特阿拉伯")]),
    ("布林肯于去年6月访问北京后，双方保持联系。", [("布林肯", "中国", "2023-06", "北京")]),
    ("王毅在拜登卸任前、去年11月20日应邀访问美国白宫。", [("王毅", "美国", "2023-11-20", "美国白宫")]),
    (
        "继1月9日访问法国，王毅2月3日访问德国。",
        [("王毅", "法国", "2024-01-09", "法国"), ("王毅", "德国", "2024-02-03", "德国")],
    ),
    # The host is understood, or the visit returned; an embassy or a palace is its state's house.
    (
        "布林肯去年6月访问了中国，王毅在去年10月进行了回访。",
        [("布林肯", "中国", "2023-06", "中国"), ("王毅", "美国", "2023-10", "美国")],
    ),
    (
        "美国官员去年两次访台，其中包括沙利文去年8月的访问。",
        [("美国", "台湾", "2023", "台湾"), ("沙利文", "台湾", "2023-08", "台湾")],
    ),
    ("日本首相岸田文雄将成为首位访问巴西的外国领导人。", [("岸田文雄", "巴西", None, "巴西")]),
    ("孟加拉民众去年3月抗议印度总理莫迪来访。", [("莫迪", "孟加拉", "2023-03", "孟加拉")]),
    ("布林肯2月3日访问北约。", [("布林肯", "北约", "2024-02-03", None)]),
    ("一架专机载着美国参议员昆斯来台湾。", [("昆斯", "台湾", None, "台湾")]),
    ("王毅与拉夫罗夫会晤，随后于2月3日访问沙特。", [("王毅", "沙特", "2024-02-03", "沙特")]),
    ("布林肯去年结束日韩之行。", [("布林肯", "日本", "2023", "日本"), ("布林肯", "韩国", "2023", "韩国")]),
    (
        "随后，王毅2月3日访问法国，见了包括德国和日本在内的朋友，还访问了伊朗。",
        [("王毅", "法国", "2024-02-03", "法国"), ("王毅", "伊朗", "2024-02-03", "伊朗")],
    ),
    ("美国驻帕劳大使去年访问台湾。", [("美国", "台湾", "2023", "台湾")]),
    # Goods, travellers and those who stay at home pay no visits.
    ("首批芒果运到日本。", []),
    ("许多游客前往泰国旅行。", []),
    ("拜登前往匹兹堡发表讲话。", []),
    ("两国之间的来往越来越多。", []),
    ("中国疫苗无法进口来台。", []),
    ("国民党军队1949年撤退来台。", []),
    ("美国提高访台官员的层级。", []),
    ("一艘德国护卫舰将于8月启程前往日本。", []),
    ("菲律宾军方正派遣战斗机前往日本。", []),
    ("欧盟企业赴华投资。", []),
    ("四成被访问者把中国看成友好国家。", []),
    ("除日本外，布林肯上月也访问了韩国。", [("布林肯", "韩国", "2024-01", "韩国")]),
    ("中资公司去年来台。", []),
    ("莊人祥表示，卫生部长陈时中去年到賴索托工作。", []),
    ("大陆官方首次暂停自由行陆客来台。", []),
    ("中国国家主席习近平近日到访沙县俞邦村。", []),
    ("王毅上月访问了美国的传统盟友。", []),
    ("日本上月派一个代表团访问韩国。", [("日本", "韩国", "2024-01", "韩国")]),
    ("发言人汪文斌介绍俄外长访问行程。", []),
    (
        "布林肯上月访问印度之前还访问了日本。",
        [("布林肯", "印度", "2024-01", "印度"), ("布林肯", "日本", "2024-01", "日本")],
    ),
    ("布林肯2月10日结束了对日本为期两天的访问。", [("布林肯", "日本", "2024-02-10", "日本")]),
    ("朔尔茨2月3日会见了刚结束访问日本行程的布林肯。", [("布林肯", "日本", "2024-02", "日本")]),
    ("德国密切关注布林肯2月3日访问日本的行程。", [("布林肯", "日本", "2024-02-03", "日本")]),
    ("布林肯结束对北约和法国的访问。", [("布林肯", "北约", None, None), ("布林肯", "法国", None, "法国")]),
    ("岸田文雄上月历访越南。", [("岸田文雄", "越南", "2024-01", "越南")]),
    ("朔尔茨上月率团抵台，展开访问。", [("朔尔茨", "台湾", "2024-01", "台湾")]),
    ("朔尔茨上月访俄期间谈到乌克兰。", [("朔尔茨", "俄罗斯", "2024-01", "俄罗斯")]),
    ("布林肯取消了原定2月20日的访台行程。", [("布林肯", "台湾", "2024-02-20", "台湾")]),
    ("去年底流亡英国、最近前往日本的议员许智峯说。", [("许智峯", "日本", None, "日本")]),
    ("布林肯上任后首次出访就选择韩国。", [("布林肯", "韩国", None, "韩国")]),
    ("教宗2000年曾经表达造访伊拉克南部的心愿。", []),
    ("中国驻法国使馆表示，小组访问台湾违背承诺。", []),
    ("到东京述职的卢沙野2月13日举行记者会。", [("卢沙野", "日本", "2024-02", "东京")]),
    ("岸田文雄就任后首次派高官访问韩国。", [("日本", "韩国", None, "韩国")]),
    ("卢沙野致信法国议员，反对其访台。", []),
    (
        "老挝、泰国、越南三个东盟国家的外长2月3日起先后访华。",
        [(guest, "中国", "2024-02-03", "中国") for guest in ("老挝", "泰国", "越南")],
    ),
    ("双方将讨论从疫情到朝鲜等议题。", []),
    ("王毅要用什么来替华尔街解困？", []),
    ("布林肯刚刚访问了日本。", [("布林肯", "日本", "2024-02", "日本")]),
    # Nor is a visit what is only supposed or permitted.
    ("如果布林肯访问中国，双方会讨论贸易。", []),
    ("应该让联合国能访问缅甸。", []),
    # Who sends others, or whose people they are, stays at home; so do those with a title there.
    ("拜登2月5日派高官外访日本。", [("美国", "日本", "2024-02-05", "日本")]),
    ("拜登政府内阁官员2月5日首度访问日本。拜登说这很重要。", [("美国", "日本", "2024-02-05", "日本")]),
    ("国防部长2月5日前往日本与韩国。日本防卫大臣木原稔表示欢迎。", []),
    ("中美会谈安排在访问完日本及韩国之后。", []),
    # A day of a year that is not this one; the day on which somebody took office.
    ("特朗普在当年11月初就对中国进行了国事访问。", [("特朗普", "中国", None, "中国")]),
]


@pytest.mark.parametrize(("text", "expected"), VISITS, ids=[text[:16] for text, _ in VISITS])
def test_visits(text: str, expected: list[tuple[str, ...]], read: Callable[..., tuple[Event, ...]]) -> None:
    """A visit has the visitor as its actor, the state visited as its recipient, and its place."""
    found = [(e.actors[0].name, e.recipients[0].name, e.date, e.place) for e in read(text) if e.form == "visit"]
    assert found == expected


def test_one_deed_told_twice_is_one_event(read: Callable[..., tuple[Event, ...]]) -> None:
    """Headline, lead and a passing mention of one meeting are one event with the most that any gives."""
    events = read(
        "美国国务卿布林肯2月16日在慕尼黑与中国外长王毅会晤。",
        "布林肯与王毅的会晤持续了一个小时。",
        title="中美外长会晤",
    )
    assert [brief(event) for event in events] == [("talks", "王毅、布林肯", "happened", "2024-02-16")]
    assert events[0].place == "慕尼黑"


def test_those_who_took_part_too_are_of_the_same_meeting(read: Callable[..., tuple[Event, ...]]) -> None:
    """这次会议 with some of those who met adds their names."""
    events = read("拜登周四与日本和印度领导人举行线上会议。", "日本首相岸田文雄和印度总理莫迪也参加了这次会议。")
    assert [brief(event)[1:] for event in events] == [("拜登、莫迪、岸田文雄", "happened", "2024-02-15")]


def test_a_title_means_who_bore_it_then(read: Callable[..., tuple[Event, ...]]) -> None:
    """A title of 2015 does not mean who bears it in 2024."""
    events = read("布林肯周五与王毅会谈。", "2015年5月，美国国务卿访问中国。")
    assert [brief(event)[1] for event in events] == ["布林肯、王毅", "美国、中国"]


def test_whom_another_meets_in_the_next_clause(read: Callable[..., tuple[Event, ...]]) -> None:
    """他 behind 与, or behind a verb of meeting, is who came before."""
    for text in ("拉夫罗夫2月12日抵达桂林，王毅与他举行会谈。", "拉夫罗夫2月12日抵达桂林，王毅接见了他。"):
        assert [brief(event)[1] for event in read(text)][1:] == ["王毅、拉夫罗夫"]


def test_at_a_sitting_two_meet(read: Callable[..., tuple[Event, ...]]) -> None:
    """The body whose sitting it is does not meet them."""
    for where in ("北约外长会议间隙", "下周的北约峰会上"):
        told = [brief(event)[1] for event in read(f"布林肯将在{where}会见德国外长贝尔伯克。")]
        assert "布林肯、贝尔伯克" in told


@pytest.mark.parametrize(
    "text",
    [
        "中美两国的半导体行业协会组织在多轮磋商后，于当天正式成立工作组。",
        "韩正2月3日会见香港社团成员。",
        "教宗2月3日会晤不同教派的伊拉克宗教人士。",
        "布林肯宣布重启美欧中国对话。",
        "布林肯说，恢复与欧盟关于中国的对话有好处。",
    ],
)
def test_who_does_not_speak_for_a_state_is_not_met_as_it(text: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """Associations, clubs and clergy are of a state, not the state; and a dialogue on one is not with it."""
    assert not any({"中国", "美国", "香港", "伊拉克"} & {one.name for one in event.actors} for event in read(text))


@pytest.mark.parametrize("text", ["与日韩外长举行会谈后，此事告一段落。", "律师李明周五会见了美国记者约翰·史密斯。"])
def test_what_nobody_or_a_lawyer_holds_is_no_encounter(text: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """A meeting needs two sides, of which none is a lawyer."""
    assert read(text) == ()


def test_news_without_a_day_is_of_the_month(read: Callable[..., tuple[Event, ...]]) -> None:
    """What an article tells without a day is of its month, unless the clause before puts it earlier."""
    told = read("布林肯周四抵达慕尼黑。", "王毅与岸田文雄举行会谈。", "疫情发生前，习近平会见了安倍晋三。")
    assert [(event.date, event.date_by) for event in told[1:]] == [("2024-02", "article"), (None, "")]


def test_each_of_several_meetings_told_at_once_has_their_place(read: Callable[..., tuple[Event, ...]]) -> None:
    """The place told of 会谈 is that of all that 分别举行会谈 tells."""
    told = read("王毅周四与新加坡、马来西亚外长分别举行会谈。", "会谈在南平市举行。")
    assert [event.place for event in told] == ["南平市", "南平市"]


def test_two_ministers_beside_talks_of_two_and_two(read: Callable[..., tuple[Event, ...]]) -> None:
    """奥斯汀与岸信夫会谈 is another meeting than the 2+2 talks of the same day."""
    told = read(
        "日本防卫大臣木原稔周四与美国国防部长奥斯汀会谈。",
        "国务卿布林肯和奥斯汀随后与日本外相上川阳子和木原稔举行2+2会谈。",
    )
    assert [len(event.actors) for event in told] == [2, 4]


def test_a_matter_is_no_place(read: Callable[..., tuple[Event, ...]]) -> None:
    """到朝鲜核问题 says of what they speak, 在印太地区的盟友 of whom."""
    (event,) = read(
        "拜登周四与习近平会晤。", "此次会谈涉及半导体到朝鲜核问题。", "此次会谈显示美国重视在印太地区的盟友。"
    )
    assert event.place is None


def test_the_place_of_another_meeting_is_not_its_own(read: Callable[..., tuple[Event, ...]]) -> None:
    """在阿拉斯加会谈后 says when, not where."""
    (event,) = read("在阿拉斯加会谈后，王毅周四会见了拉夫罗夫。")
    assert event.place is None


@pytest.mark.parametrize(
    "text",
    [
        "美国希望与中国通过对话解决分歧。",
        "中印两国军队正式脱离接触。",
        "郑父致电湾仔警署。",
        "拜登和习近平会不会在4月举行峰会呢？",
        "欧洲议会取消讨论中欧投资协定会议。",
        "王毅说，一旦让克拉夫特访问台湾，后果严重。",
        "布林肯不便评论他可能访问或不会访问中国。",
        "目前美国无意与中国展开一系列的后续接触。",
        "他希望美中双方能够开启对话。他说，让美中双方能够开启一个坦诚、建设性、理性的对话。",
        "外交部、美国和帕劳通过两次“太平洋对话”在环境议题上合作。",
        "中国和美国加强了会晤。",
        "美日两国政府正在磋商安排岸田文雄的行程。",
        "工程师张三周五会见了美国记者约翰·史密斯。",
        "分析谈到了下周与日本和韩国的会谈。",
        "本台记者就王毅的讲话多次致电中国外交部。",
        "王毅访问了除越南之外的所有国家。",
        "中国警告布林肯若访问台湾，将付出代价。",
    ],
)
def test_means_exceptions_and_conditions_are_no_encounters(text: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """通过对话解决, 除越南之外 and 若访问 tell of no encounter."""
    assert read(text) == ()


def test_compounds_that_share_a_noun_are_events_of_their_own(read: Callable[..., tuple[Event, ...]]) -> None:
    """美日、美韩会谈 are two talks."""
    found = [brief(event)[1] for event in read("美日、美韩二加二会谈先后举行。")]
    assert found == ["美国、日本", "美国、韩国"]


APART = [
    ("王毅2月3日分别同新加坡、菲律宾外长讨论了局势。", ["王毅、新加坡", "王毅、菲律宾"]),
    ("布林肯2月3日先后会见了王毅和拉夫罗夫。", ["布林肯、王毅", "布林肯、拉夫罗夫"]),
    ("美国国防部长奥斯汀2月3日与日本、韩国举行二加二会谈。", ["奥斯汀、日本", "奥斯汀、韩国"]),
    ("美国与日本、韩国的2+2会谈2月3日结束。", ["美国、日本", "美国、韩国"]),
    ("布林肯和奥斯汀2月3日分别与上川阳子和木原稔会谈。", ["布林肯、上川阳子", "奥斯汀、木原稔"]),
    ("布林肯2月3日与日本外相上川阳子和英国外交大臣卡梅伦通话。", ["布林肯、上川阳子", "布林肯、卡梅伦"]),
    ("布林肯2月3日与王毅、杨洁篪通话。", ["布林肯、王毅、杨洁篪"]),
]


@pytest.mark.parametrize(("text", "expected"), APART, ids=[text[:16] for text, _ in APART])
def test_encounters_told_together_are_apart(
    text: str, expected: list[str], read: Callable[..., tuple[Event, ...]]
) -> None:
    """分别 and 先后 tell of several encounters, and 2+2 talks are of two states."""
    assert ["、".join(party.name for party in event.actors) for event in read(text)] == expected


INTENDED = [
    ("拜登邀请了习近平和普京参加今年4月22日举行的全球气候变化峰会。", "proposed"),
    ("拜登与习近平的会晤推迟一周举行。", "planned"),
    ("原定3月9日举行的美日峰会延后一个星期，改于3月16日举行。", "planned"),
    ("周二的会议并没有安排拜登和习近平的一对一会议。", "denied"),
    ("拜登周五参加了与习近平的虚拟峰会。", "happened"),
    ("拜登拟于周五与习近平举行虚拟峰会。", "planned"),
    ("他此行是为习近平访问土耳其作准备。", "planned"),
    ("这将是继布林肯去年6月访问中国后的首次对话。", "happened"),
    ("习近平2月通话时再次确认了访韩意向。", "proposed"),
    ("中国大使反对日本议员访问台湾。", "proposed"),
    ("外界关注朔尔茨访问日本的计划。", "planned"),
    ("外界关注朔尔茨访问日本的意向。", "proposed"),
    ("拜登仍对与朝鲜对话持开放态度。", "proposed"),
    ("朔尔茨原计划于1月访问印度。", "cancelled"),
    ("朔尔茨原计划3月访问印度，但因疫情没有成行。", "cancelled"),
    ("朔尔茨原定下周访问印度，并取消关税。", "planned"),
    ("教宗方济各实现了访问伊拉克的心愿。", "happened"),
    ("日本外务省欢迎朔尔茨访问日本。", "proposed"),
    ("发言人说，朔尔茨无法访问日本。", "denied"),
    ("朔尔茨正与日本政府就访问日本一事进行磋商。", "proposed"),
    ("之后朔尔茨会前往日本。", "planned"),
    ("印尼总统佐科2月14日呼吁召开东盟紧急会议。", "proposed"),
    ("朔尔茨将于4月展开先前推迟的印度访问行程。", "planned"),
    ("对于朔尔茨和岸田文雄的会谈，各方仍在调整，预计4月举行。", "expected"),
    ("对于朔尔茨访美或美德首脑会谈，尽可能安排早日进行，但具体日程尚无决定。", "expected"),
    ("日德两国政府对于朔尔茨和岸田文雄的会谈，正在进行协调，预计将于4月举行。", "planned"),
    ("普京2月14日建议要与拜登举行视频会谈。", "proposed"),
    ("中美高层会谈大幕即将拉开。", "planned"),
    ("中美高层战略对话召开在即。", "planned"),
    ("中国大使说，对中美对话没有过高期待。", "planned"),
    ("这说明北京放弃了近期举行习拜会的指望。", "cancelled"),
    ("习近平原本定于去年访问日本。", "cancelled"),
    ("习近平和拜登一年之内不会会面。他们都在准备，以确保在两位领导人真正会晤的时候能够达成成果。", "denied"),
]


@pytest.mark.parametrize(("text", "status"), INTENDED, ids=[text[:12] for text, _ in INTENDED])
def test_a_visit_intended_or_opposed_has_not_taken_place(
    text: str, status: str, read: Callable[..., tuple[Event, ...]]
) -> None:
    """Words far from the verb and behind it tell as well that nobody has gone yet."""
    event, *_ = sorted(read(text), key=lambda one: one.form != "visit")
    assert event.status == status


def test_every_event_says_how_it_was_found(read: Callable[..., tuple[Event, ...]]) -> None:
    """Rule with version, exact words and how each party was found."""
    text = "据报道，布林肯周五抵达北京。他随后与王毅会晤。"
    for event in read(text):
        assert event.rule.rpartition(".v")[2].isdigit()
        assert event.text == text[event.start : event.end]
        assert all(party.found_by for party in (*event.actors, *event.recipients))


def test_words_in_quotation_marks_are_claims(read: Callable[..., tuple[Event, ...]]) -> None:
    """An event told inside a quotation is kept with the one who tells it."""
    (event,) = read("王毅说：“布林肯将于下月访问中国。”")
    assert event.claimed_by == "王毅"


def test_a_noun_alone_adds_to_the_encounter_it_means(read: Callable[..., tuple[Event, ...]]) -> None:
    """此次会谈在…举行 gives date and place to what was told before, and is no event of its own."""
    (event,) = read("布林肯将与王毅举行会谈。", "外界关注进展。此次会谈定于2月20日在维也纳举行。")
    assert (brief(event), event.place) == (("talks", "布林肯、王毅", "planned", "2024-02-20"), "维也纳")


def test_sentences_without_words_are_no_trouble(read: Callable[..., tuple[Event, ...]]) -> None:
    """A sentence of nothing but brackets and marks around a word of meeting tells no event, and costs none."""
    assert read("（布林肯会晤王毅）", "“”") == ()


def test_rounds_are_events_of_their_own(read: Callable[..., tuple[Event, ...]]) -> None:
    """六轮谈判 and the seventh are two; the states held them, whoever came."""
    events = read("印度和中国去年进行了六轮谈判。2月10日，印度和中国开始了第七轮会谈。")
    assert [event.date for event in events] == ["2023", "2024-02-10"]


def test_who_speaks_at_a_sitting_takes_part(read: Callable[..., tuple[Event, ...]]) -> None:
    """布林肯在北约外长会议上表示, and the body."""
    (event,) = read("布林肯2月15日在北约外长会议上表示，盟友会团结一致。")
    assert brief(event) == ("multilateral", "布林肯、北约", "happened", "2024-02-15")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("王毅2月15日批评布林肯在北约外长会议上的言论。", "北约"),
        ("布林肯2月15日会见中国问题的专家。", ""),
        ("白宫2月15日解释特朗普的信给朝鲜带来什么影响。", ""),
        ("拜登2月15日就加沙的冲突与岸田文雄通话。", "拜登、岸田文雄"),
    ],
)
def test_who_is_only_spoken_of_takes_no_part(text: str, who: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """Who speaks of another's words, on whom there are experts, whose letter is discussed."""
    met = [event for event in read(text) if event.type == "CONSULT"]
    assert ["、".join(party.name for party in event.actors) for event in met] == ([who] if who else [])
    assert {event.date for event in met} <= {"2024-02-15"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("布林肯2月15日就朝鲜问题抵达首尔会见郑义溶。", "首尔"),
        ("美国与伊朗2月15日就重返核协议在维也纳进行谈判。", "维也纳"),
        ("美国与中国2月15日就允许官员进入新疆进行谈判。", None),
        ("美国与中国2月15日在中印边境事务磋商会议上会谈。", None),
    ],
)
def test_where_talks_on_a_matter_are_held(text: str, place: str | None, read: Callable[..., tuple[Event, ...]]) -> None:
    """Not where somebody goes only in what they talk about."""
    assert [event.place for event in read(text) if event.form != "visit"] == [place]


def test_a_sitting_called_for(read: Callable[..., tuple[Event, ...]]) -> None:
    """召开会议 holds 开会, which is no word of its own there."""
    (event,) = read("英国要求联合国安理会2月19日召开会议。")
    assert brief(event)[:3] == ("multilateral", "联合国安理会", "proposed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A verb of ending may lead to a visit, a friend's land is not the friend's.
        ("布林肯2月15日结束日本及韩国的访问。", [("布林肯", "日本"), ("布林肯", "韩国")]),
        ("布林肯2月15日走访英国在亚洲最重要的盟友日本。", [("布林肯", "日本")]),
        # Who met somebody and went on goes himself; who is invited goes.
        ("王毅2月15日会晤俄国外长并访问伊朗。", [("王毅", "俄国"), ("王毅", "伊朗")]),
        # Who does something at talks of his state takes part; who speaks after them need not have.
        ("布林肯和沙利文在中美会谈上的表现引发关注。", [("布林肯", "沙利文", "中国")]),
        ("王毅在中美会谈后表示满意。", [("中国", "美国")]),
        # Behind a dash stand those who are meant, behind a comma others.
        ("布林肯2月15日会见中国两位高级别的外交官——国务委员王毅和杨洁篪。", [("布林肯", "王毅", "杨洁篪")]),
        ("布林肯2月15日会见中国外交官，王毅和杨洁篪在场。", [("布林肯", "中国")]),
        # What is done to visits, and visitors, is none.
        ("美国2月15日结束日本的访问限制。", []),
        ("日本2月15日完成中国游客访问统计。", []),
        # Who only tells the time by talks, and who speaks of them, were not there; nor does he hold who criticises it.
        ("拜登总统2月15日在美中会谈期间访问工厂。", [("美国", "中国")]),
        ("中国外交部发言人赵立坚2月15日在中美会谈中批评日本。", [("中国", "美国")]),
        ("拜登总统批评特朗普2019年主持的气候峰会。", []),
        # Who holds a summit, if he holds an office; 前所未有 denies nothing.
        ("拜登总统将主持4月22日的全球气候峰会。", [("拜登",)]),
        ("企业家陈立新将主持4月22日的产业峰会。", []),
        ("美、澳、日、印四国元首2月15日召开了前所未有的视讯峰会。", [("美国", "澳大利亚", "日本", "印度")]),
        # 美中 is two states before a date and a place, too.
        ("发言人提到美中2月15日在安克雷奇会谈。", [("美国", "中国")]),
        ("这时正值美中在安克雷奇会谈。", [("美国", "中国")]),
    ],
)
def test_who_takes_part(text: str, expected: list[tuple[str, ...]], read: Callable[..., tuple[Event, ...]]) -> None:
    """Each with what stands around."""
    found = [event for event in read(text) if event.type == "CONSULT"]
    assert [tuple(one.name for one in (*event.actors, *event.recipients)) for event in found] == expected
    assert not {event.status for event in found} & {"denied", "cancelled"}


def test_whom_a_state_stands_for_is_kept(read: Callable[..., tuple[Event, ...]]) -> None:
    """布林肯 will meet 杨洁篪; that he and 沙利文 will meet 中方 names no fewer of them."""
    events = read(
        "布林肯将于2月20日在安克雷奇与杨洁篪会面。", "国家安全顾问沙利文和布林肯届时将与中方会面。", "会面为期一天。"
    )
    (met,) = [event for event in events if event.type == "CONSULT"]
    assert {actor.name for actor in met.actors} == {"布林肯", "沙利文", "杨洁篪"}


def test_talks_agreed_on_are_not_those_at_which_it_was_done(read: Callable[..., tuple[Event, ...]]) -> None:
    """What both agree to is still to come."""
    events = read("双方在会后同意就签证进行磋商。", title="美中对话后北京降低调门")
    assert [event.status for event in events if event.type == "CONSULT"] == ["happened", "planned"]


def test_a_name_in_quotation_marks_is_one_thing(read: Callable[..., tuple[Event, ...]]) -> None:
    """“台湾交流小组” is not Taiwan; what is talked about, 包括叙利亚的危机, takes no part."""
    (event,) = read("中国驻法大使2月致函法国参议院“台湾交流小组”负责人。")
    assert [party.name for party in event.actors] == ["中国", "法国参议院"]
    (event,) = read("布林肯将与古特雷斯会面，包括叙利亚的危机等问题都会谈到。")
    assert [party.name for party in event.actors] == ["布林肯", "古特雷斯"]


@pytest.mark.parametrize(
    "text", ["王毅2月给布林肯发了一封信。", "王毅2月发出一封措辞严厉的信给布林肯。", "王毅2月写信给布林肯。"]
)
def test_letters(text: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """However it is said that somebody wrote to somebody."""
    (event,) = read(text)
    assert brief(event) == ("letter", "王毅、布林肯", "happened", "2024-02")


def test_heads_of_two_states_are_both_named_or_neither(read: Callable[..., tuple[Event, ...]]) -> None:
    """Where the article names one of them alone, 两国元首 are the states."""
    (event,) = read("美国总统拜登说，中美双方应当重视两国元首通话精神。")
    assert {party.name for party in event.actors} == {"中国", "美国"}


def test_heads_of_long_ago_are_states_where_one_is(read: Callable[..., tuple[Event, ...]]) -> None:
    """One who led in 2017, too, is not named beside the states of the others."""
    (event,) = read("2017年，美印两国领导人在马尼拉会晤。", "莫迪和拜登都看重两国关系。")
    assert {party.name for party in event.actors} == {"美国", "印度"}


def test_officials_of_a_body_are_met(read: Callable[..., tuple[Event, ...]]) -> None:
    """会见中国监管机构的官员 is a meeting with China's."""
    (event,) = read("布林肯2月15日会见了中国监管机构的官员。")
    assert brief(event) == ("meeting", "布林肯、中国", "happened", "2024-02-15")


def test_the_next_round_is_not_the_one_that_is_held(read: Callable[..., tuple[Event, ...]]) -> None:
    """The headline's 将举行下一轮会谈 is not the session of today at which it was agreed."""
    events = read("日韩双方今天在边境事务磋商会议上谈到此事。", title="日韩将尽快举行下一轮会谈")
    assert [(event.status, event.date) for event in events] == [("planned", None), ("happened", "2024-02-16")]


def test_leaders_and_officials_meet_apart(read: Callable[..., tuple[Event, ...]]) -> None:
    """A summit to come is not the talks of the ministers that prepare it."""
    events = read("布林肯与王毅2月10日举行会谈。", "拜登与习近平2月10日将举行会谈。")
    assert len(events) == 2


def test_two_days_of_talks_are_one_event(read: Callable[..., tuple[Event, ...]]) -> None:
    """Sittings on two days that follow one another are one encounter with both as its span."""
    (event,) = read("布林肯2月9日与王毅在维也纳会谈。", "2月10日，布林肯与王毅又举行会谈。")
    assert event.date == "2024-02-09/2024-02-10"


def test_an_old_meeting_is_not_the_news(read: Callable[..., tuple[Event, ...]]) -> None:
    """The headline tells what is new; a meeting of years ago told in passing is another."""
    events = read("两人2019年5月曾在东京会晤，当时布林肯与王毅会晤了三小时。", title="布林肯与王毅会晤")
    assert [event.date for event in events] == [None, "2019-05"]


def test_the_host_lends_its_place(read: Callable[..., tuple[Event, ...]]) -> None:
    """Who visits a state and meets its minister meets him there."""
    events = read("布林肯2月10日访问印度。布林肯2月10日与印度外长苏杰生会谈。")
    assert [event.place for event in events] == ["印度", "印度"]


def test_an_ambassador_is_summoned_where_he_serves(read: Callable[..., tuple[Event, ...]]) -> None:
    """召见 takes place in the state that summons."""
    (event,) = read("法国外长塞茹尔内2月10日召见中国大使卢沙野。")
    assert event.place == "法国"


def test_who_speaks_for_the_union_is_of_the_union(read: Callable[..., tuple[Event, ...]]) -> None:
    """博雷尔 and the Spanish minister are two sides."""
    (event,) = read("欧盟外交与安全政策高级代表博雷尔2月10日与西班牙外交大臣阿尔瓦雷斯会谈。")
    assert len(event.actors) == 2


RELATIONS = [
    "香港人应加强学习普通话。",
    "哈里斯对联合国妇女会议讲话。",
    "教宗方济各拜访了先知亚伯拉罕的出生地。",
    "拜登提到利比亚问题、伊朗核协议谈判。",
    "与中国接触，事情就会变好，美国总统拜登说。",
    "波音公司正与中国就订单进行谈判。",
    "中国与西方国家的关系处于低点。",
    "两家旅行社恢复接待日本旅游团，交通部门也接待日本旅游团。",
    "代表印度谈判的前外长苏杰生已经退休。",
    "与王毅的通话仍然遥遥无期，布林肯对此不愿多谈。",
    "布林肯表示：“本届政府与中国官员的会晤没有先例。”",
    "德国总理朔尔茨访问日本是两国关系的大事。",
    "澳外长黄英贤：不会放弃原则来换取与中国的对话。",
    "业者接待帛琉来台观光团。",
    "大陆人士来台从事商务履约须先申请。",
    "记者问，布林肯会与王毅直接会谈吗？",
    "如果不是疫情蔓延，习近平已经访问了日本。",
    "布林肯与王毅的会谈可期？",
    "中美首脑会晤可能性极小。",
    "历任的美国总统布什和克林顿会见过达赖喇嘛。",
    "卢沙野就法国议员访台议题答复记者。",
    "卢沙野就制裁以及与台湾相关议题进行磋商。",
    "近年来的美国总统都在白宫会晤过达赖喇嘛。",
    "布林肯与王毅会晤的可能性不大。",
    "布林肯说，他同一百多个国家外长通话，王毅对此没有评论。",
    "博尔顿：我看杨洁篪错判了形势，双方的会谈没有成果。",
    "五角大楼星期一召开了新成立的中国工作组首次会议。",
    "国防部长奥斯汀星期一在五角大楼主持了中国工作组的首次会议。",
    "欧洲议会将推迟《中欧投资协定》的审议会议。",
    "市场关注南非和墨西哥央行周四的政策会议。",
    "澳洲奥委会拒绝参加国际奥委会为运动员采购疫苗的计划。",
    "G7峰会随行人员也已接种疫苗。",
    "中国对美国不满，日本和朝鲜也表示关切。四国会谈放信号。",
    "普京说，俄罗斯只在对其有利时才会与美方会谈。",
    "特朗普和默克尔都参加了论坛，算不算与外部势力会面呢？",
]


@pytest.mark.parametrize("text", RELATIONS)
def test_relations_and_business_are_no_encounters(text: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """接触 in general, the deals of companies and relations with the West tell no encounter."""
    assert read(text) == ()


def test_days_and_places_told_respectively_are_each_ones_own(read: Callable[..., tuple[Event, ...]]) -> None:
    """As many days as encounters: the first is that of the first; of visits, too."""
    met = read("王毅去年7月在万象、8月在北京分别与布林肯和沙利文会谈。")
    told = [(event.actors[1].name, event.date, event.place) for event in met]
    assert told == [("布林肯", "2023-07", "万象"), ("沙利文", "2023-08", "北京")]
    met = read("王毅7月在万象、8月在北京分别与美国国务卿布林肯和日本外相上川阳子会谈。", published="2024-09-01")
    assert [event.place for event in met] == ["万象", "北京"]
    met = read("2022年上任的岸田文雄1月在东京先后会见布林肯和沙利文。")
    assert [(event.date, event.place) for event in met] == [("2024-01", "东京")] * 2
    paid = read("布林肯2月10日至12日、12日至13日先后访问日本和韩国。")
    told = [(event.recipients[0].name, event.date, event.place) for event in paid]
    assert told == [("日本", "2024-02-10/2024-02-12", "日本"), ("韩国", "2024-02-12/2024-02-13", "韩国")]


def test_a_headline_that_sums_up_is_no_encounter_beside(read: Callable[..., tuple[Event, ...]]) -> None:
    """Whom one met in the morning and whom in the afternoon did not meet each other."""
    text = "沙利文2月10日上午会见张又侠，下午受到习近平接见。"
    met = [frozenset(party.name for party in event.actors) for event in read(text, title="沙利文会见习近平与张又侠")]
    assert met == [{"沙利文", "张又侠"}, {"沙利文", "习近平"}]
    text = "三国领导人讨论了安全合作。拜登1月会晤了岸田文雄，去年4月会晤了尹锡悦。"
    assert len(read(text, title="拜登会晤岸田文雄与尹锡悦")) == 3, "of other times"


def test_nothing_heard_of_talks_is_no_talks(read: Callable[..., tuple[Event, ...]]) -> None:
    """没听说 holds for all that follows it."""
    (event,) = read("上川阳子说，她没听说就此与国际奥委会事前有具体的商谈。")
    assert event.status == "denied"


def test_what_the_headline_denies_is_denied(read: Callable[..., tuple[Event, ...]]) -> None:
    """Whatever is said of the same two in passing."""
    events = read("布林肯与王毅保持会谈的做法由来已久。", title="布林肯：不急于与王毅会谈")
    assert [event.status for event in events if event.form == "talks"] == ["denied"]


def test_a_remark_that_they_did_not_meet_is_no_event_beside(read: Callable[..., tuple[Event, ...]]) -> None:
    """Those who are told to have talked on a day are not also told not to have talked."""
    events = read("拜登2月10日与习近平通话。", "拜登上任后跟许多领导人通了电话，唯独没有跟习近平通话。")
    assert [(event.status, event.date) for event in events] == [("happened", "2024-02-10")]


PLACES = [
    ("发言人谈到安克雷奇中美高层战略对话。", "安克雷奇"),
    ("发言人谈到中美安克雷奇高层战略对话。", "安克雷奇"),
    ("布林肯2月10日在马里兰州会晤王毅。这次会晤将在布林肯在东京与首尔会晤盟友之后。", "马里兰州"),
    ("布林肯与王毅2月10日的慕尼黑会谈持续了两小时。", "慕尼黑"),
    ("布林肯与王毅2月10日会面的地点东京戒备森严。", "东京"),
    ("蔡英文2月10日在总统府接见到访的前日本首相森喜朗。", "总统府"),
    ("布林肯2月10日在马里兰州安纳波利斯的美国海军学院与王毅会谈。", "安纳波利斯"),
    ("布林肯和王毅2月10日举行慕尼黑会谈。", "慕尼黑"),
    ("布林肯2月10日在中美高层对话中与王毅会谈。", None),
    ("布林肯与王毅2月10日在东亚峰会期间会晤。", None),
    ("布林肯与王毅2月10日欧洲会晤落幕。", "欧洲"),
    ("布林肯2月10日在伊朗、朝鲜问题上与王毅会谈。", None),
    ("英国驻华大使吴若兰因在英国驻华使馆的网站上发表文章后被中国外交部召见。", "中国"),
]


@pytest.mark.parametrize(("text", "place"), PLACES, ids=[text[:14] for text, _ in PLACES])
def test_places(text: str, place: str | None, read: Callable[..., tuple[Event, ...]]) -> None:
    """A place stands before the word, behind 地点, or after 在; a city rather than the house in it."""
    assert read(text)[0].place == place


def test_what_is_told_of_a_former_leader_is_not_of_these_days(read: Callable[..., tuple[Event, ...]]) -> None:
    """A day of the paragraph dates no talks of somebody who left office; neither does what goes on."""
    lead = "美国前总统奥巴马2月14日发表回忆录。"
    assert [event.date for event in read(lead + "奥巴马与习近平举行了会谈。")] == [None]
    assert [event.date for event in read("奥巴马在这次会谈中与习近平讨论了贸易。")] == [None]


def test_a_town_beside_its_state_is_nobody(read: Callable[..., tuple[Event, ...]]) -> None:
    """In 在阿拉斯加某地会晤 nobody is called by the name of the town."""
    (event,) = read("布林肯和沙利文2月10日在阿拉斯加安克雷奇会见王毅。")
    assert [party.name for party in event.actors] == ["布林肯", "沙利文", "王毅"]


def test_the_news_of_the_same_people_lends_its_day(read: Callable[..., tuple[Event, ...]]) -> None:
    """Who was told of on Wednesday met on Wednesday where nothing tells of old times; 日前 stays open."""
    lead = "美国国防部长奥斯汀2月14日抵达印度。"
    (_, met) = read(lead, "奥斯汀还会见了印度总理莫迪。")
    assert met.date == "2024-02-14"
    (_, old) = read(lead, "奥斯汀日前在东京会见了岸田文雄。")
    assert old.date is None


FOUND = [
    ("布林肯2月10日访问日本。他还将会晤日本外相上川阳子。", ("会晤", "visit", "host", "将")),
    ("布林肯2月10日在东京与上川阳子会晤。", ("会晤", "clause", "phrase", "date")),
    ("2月10日，布林肯飞抵东京，与上川阳子会晤。", ("会晤", "before", "before", "date")),
    ("布林肯将与王毅会谈。", ("会谈", "", "", "将与")),
    ("对于布林肯将与王毅会晤，双方正以4月9日为日期进行协调。", ("会晤", "behind", "", "将与")),
    ("法国外长塞茹尔内2月10日召见中国大使卢沙野。", ("召见", "clause", "summons", "date")),
    ("正在比利时布鲁塞尔访问的布林肯接受了采访。", ("访问", "present", "visited", "")),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text[:14] for text, _ in FOUND])
def test_events_say_where_each_part_was_found(
    text: str, expected: tuple[str, ...], read: Callable[..., tuple[Event, ...]]
) -> None:
    """The event word, where date and place stand, and the word that shows the status."""
    event = read(text)[-1] if "飞抵" not in text else next(e for e in read(text) if e.form == "meeting")
    assert (event.word, event.date_by, event.place_by, event.status_by) == expected


def test_each_brief_of_a_digest_is_on_its_own(read: Callable[..., tuple[Event, ...]]) -> None:
    """In a digest 双方 and 会谈 of one paragraph mean nobody of another; elsewhere they do."""
    paragraphs = ("布林肯2月10日与王毅会晤。", "双方会谈定于2月20日在维也纳举行。")
    assert len(read(*paragraphs, title="布林肯与王毅会晤")) == 2
    (event,) = read(*paragraphs, title="新闻简报")
    assert event.date == "2024-02-10"


def test_hundreds_of_meetings_take_no_longer_each(read: Callable[..., tuple[Event, ...]]) -> None:
    """An article of many meetings keeps each; a sentence of a hundred names breaks nothing."""
    names = [person.name for person in authority().people.values() if person.country][:100]
    pairs = [f"{left}2月10日与{right}会晤。" for left, right in zip(names[::2], names[1::2], strict=True)]
    assert read(*pairs)
    read("2月10日，" + "、".join(names) + "在东京举行会谈。")


def test_a_ministry_that_summons_dates_the_meeting(read: Callable[..., tuple[Event, ...]]) -> None:
    """The ministry summoned him on a day; who received him is told behind, and that is the meeting."""
    (event,) = read("法国外交部2月10日召见中国大使。", "法国外长塞茹尔内已召见中国大使卢沙野。")
    assert brief(event) == ("meeting", "塞茹尔内、卢沙野", "happened", "2024-02-10")


@pytest.mark.parametrize(("published", "date"), [("2024-02-16", "2024-02"), ("2024-03-02", "2024-02/2024-03")])
def test_what_goes_on_is_of_these_weeks(published: str, date: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """此次访问 is of the month of publication, in its first days or of the one before."""
    (event,) = read("布林肯此次访问日本引起注意。", published=published)
    assert event.date == date


@pytest.mark.parametrize("published", ["2024-02", "2024"])
def test_articles_of_a_month_or_a_year_are_read(published: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """A publication date without a day costs nothing but the day."""
    assert read("布林肯此次访问日本。", "2月10日，布林肯抵达东京。", "布林肯会见了岸田文雄。", published=published)


def test_states_with_commas_between_are_a_list(read: Callable[..., tuple[Event, ...]]) -> None:
    """Three and more summon an ambassador, each at home; behind 与 stands also what 及 adds to those without a name."""
    summons = read("荷兰，法国，德国，昨天召见俄罗斯大使。")
    each = [("meeting", f"{state}、俄罗斯", "happened", "2024-02-15") for state in ("荷兰", "法国", "德国")]
    assert [brief(event) for event in summons] == each
    assert [event.place for event in summons] == ["荷兰", "法国", "德国"]
    (event,) = read("美国贸易代表戴琪周四与重要盟国及世界贸易组织通电话。")
    assert brief(event) == ("call", "戴琪、世界贸易组织", "happened", "2024-02-15")


def test_where_a_guest_meets_his_hosts(read: Callable[..., tuple[Event, ...]]) -> None:
    """Where his visit is, though it has begun and the meeting is to come; not where others met before."""
    events = read("布林肯周四抵达首尔。", "布林肯周五将与韩国外长赵兑烈会谈。")
    assert [event.place for event in events if event.form == "talks"] == ["首尔"]
    (event, *_) = (one for one in read("王毅在慕尼黑中美会谈后与拉夫罗夫会晤。") if "拉夫罗夫" in brief(one)[1])
    assert event.place is None


def test_a_parliament_sits_at_home(read: Callable[..., tuple[Event, ...]]) -> None:
    """Who attends its sitting meets no other state, unlike at one of a union of states."""
    assert read("香港特首林郑月娥翌日列席全国人大会议开幕式。") == ()
    assert [brief(event)[1] for event in read("布林肯出席北约外长会议。")] == ["布林肯、北约"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("菅义伟访美日期推迟至4月中旬。", "planned"),
        ("菅义伟推迟访问美国。", "cancelled"),
        ("美中尚未最终敲定布林肯与王毅的会晤。", "expected"),
    ],
)
def test_put_off_to_another_day_it_is_planned(text: str, status: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """And what is not fixed yet has not happened."""
    assert [event.status for event in read(text)] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("朔尔茨推迟在3月16日与莫迪会晤。朔尔茨将于3月16日在柏林会见莫迪。", "planned"),
        ("朔尔茨推迟在3月16日与莫迪会晤。朔尔茨原计划于3月16日在柏林会见莫迪。", "cancelled"),
        ("朔尔茨取消在3月16日与莫迪会晤。朔尔茨将于3月16日在柏林会见莫迪。", "cancelled"),
    ],
)
def test_what_is_put_off_is_planned_for_the_day_given_then(
    text: str, status: str, read: Callable[..., tuple[Event, ...]]
) -> None:
    """The day on which it was to be is none; what is called off has none."""
    assert [event.status for event in read(text)] == [status]
    (told,) = read("正文。", title="朔尔茨印度行延期 改3月16日与莫迪会谈")
    assert (told.status, told.date) == ("planned", "2024-03-16")


AT_TALKS = "会谈一开始，美国国务卿布林肯便提到贸易，中国外长王毅不同意。"
SPEAKS = "王毅在会谈中批评了制裁。"
DELEGATES = [
    # What is to come without a day is not known to be theirs.
    (("美国将与中国具体协商贸易问题。", AT_TALKS), {"美国", "中国"}),
    # Who speaks at the talks sits there; in another sentence than the states.
    (("美国和中国2月14日在慕尼黑举行会谈。", AT_TALKS), {"布林肯", "王毅"}),
    # Of one side alone it is not told who did.
    (("美国和中国2月14日在慕尼黑举行会谈。", SPEAKS), {"美国", "中国"}),
    # … unless the article names the one in such an office who sat opposite.
    (("美国和中国2月14日在慕尼黑举行会谈。", SPEAKS, "布林肯在会谈前访问了日本。"), {"布林肯", "王毅"}),
    # Ministers do not sit among generals.
    (("美国和中国2月14日举行军长级会谈。", AT_TALKS), {"美国", "中国"}),
    # Who speaks there may speak of others.
    (("美国和中国2月14日在慕尼黑举行会谈。", "在会上，布林肯批评了王毅对日本的指责。"), {"布林肯", "王毅"}),
    # Not who is named with a third state, who holds another office, or who sat at other talks of the same states.
    (("美国和中国2月14日在慕尼黑举行会谈。", "布林肯在与日本外相的会谈中批评了王毅。"), {"美国", "中国"}),
    (("美国和中国2月14日在慕尼黑举行会谈。", SPEAKS, "美国财政部长耶伦在会谈后批评中国。"), {"美国", "中国"}),
    # Days will do as well as a day, a month or months will not: many talks can be theirs.
    (("美国和中国2024年2月14日至15日在慕尼黑举行会谈。", AT_TALKS), {"布林肯", "王毅"}),
    (("美国和中国2024年2月在慕尼黑举行会谈。", AT_TALKS), {"美国", "中国"}),
    (("美国和中国2024年1月至2月举行会谈。", AT_TALKS), {"美国", "中国"}),
    # Nor at talks of long ago.
    (("美国和中国2015年2月14日在慕尼黑举行会谈。", AT_TALKS), {"美国", "中国"}),
]


@pytest.mark.parametrize(("paragraphs", "sides"), DELEGATES, ids=[texts[1][:12] for texts, _ in DELEGATES])
def test_who_sat_at_talks_of_states(
    paragraphs: tuple[str, ...], sides: set[str], read: Callable[..., tuple[Event, ...]]
) -> None:
    """Those in office whom sentences on the talks name speak for the states."""
    found = [{party.name for party in event.actors} for event in read(*paragraphs) if event.form == "talks"]
    assert sides in found


def test_leaders_who_will_not_meet_held_no_talks(read: Callable[..., tuple[Event, ...]]) -> None:
    """The talks of their states are not theirs."""
    events = read("中美慕尼黑会谈进行得很好。不过拜登和习近平一年之内应该不会会面。")
    assert [({party.name for party in event.actors}, event.status) for event in events] == [
        ({"中国", "美国"}, "happened"),
        ({"拜登", "习近平"}, "denied"),
    ]


def test_where_other_talks_come_first_both_states_are_named(read: Callable[..., tuple[Event, ...]]) -> None:
    """A sentence on 此次会谈 may be on those."""
    texts = (
        "拜登2月13日与日本、印度和澳大利亚领导人举行峰会。",
        "布林肯也出席会议。",
        "中美2月14日将举行高层会晤。",
    )
    assert {"中国", "美国"} in [{party.name for party in event.actors} for event in read(*texts)]


def test_those_who_are_known_by_a_title_bore_it_then(read: Callable[..., tuple[Event, ...]]) -> None:
    """What the next clause tells of them is of those who bore it in that year as well."""
    text = "2003年两国总统在巴黎参加峰会期间，决定恢复会谈。"
    events = read("拜登与马克龙2月3日会晤。", text)
    assert all({"拜登", "马克龙"}.isdisjoint(p.name for p in e.actors) for e in events if e.date == "2003")


def test_a_journey_is_told_by_its_stops(read: Callable[..., tuple[Event, ...]]) -> None:
    """Who visits Japan and Korea has been to Asia, too; a journey without stops, or through another part, stays."""
    stops = read("布林肯2月14日出访亚洲。", "布林肯2月15日访问日本，2月16日访问韩国。")
    assert [event.recipients[0].name for event in stops] == ["日本", "韩国"]
    assert [event.recipients[0].name for event in read("布林肯2月14日出访亚洲。")] == ["亚洲"]
    other = read("布林肯2月14日出访中东。", "布林肯2月16日访问日本。")
    assert [event.recipients[0].name for event in other] == ["中东", "日本"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("布林肯上任不久就访问印度以巩固双边关系。", "happened"),
        ("联合国正与中国就访问新疆进行谈判。", "proposed"),
        ("印度与中国就布林肯访问欧盟进行磋商。", "proposed"),
        ("世卫将发表关于武汉之行的总结报告。", "happened"),
        ("世卫努力安排数月，才总算得以前往武汉。", "happened"),
        ("世卫将在未来几天前往武汉。", "planned"),
        ("官员李察（Alain Richard）欲来台了解疫情。", "proposed"),
    ],
)
def test_words_that_only_seem_to_look_ahead(text: str, status: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """就 may be "at once", what is to be published is an account of what is over, and 才得以 is done."""
    assert [event.status for event in read(text) if event.form == "visit"] == [status]


def test_what_used_to_be_done_is_no_event(read: Callable[..., tuple[Event, ...]]) -> None:
    """以往 tells of no visit in particular."""
    assert read("以往拜登访华都有随行记者。") == ()
    assert len(read("拜登2月14日访华有随行记者。")) == 1


def test_nobody_visits_three_states_on_one_day(read: Callable[..., tuple[Event, ...]]) -> None:
    """The day of a sentence that tells of a whole journey is when it began, or was told of."""
    many = read("布林肯2月14日访问了日本、韩国和印度。")
    assert [(event.recipients[0].name, event.date) for event in many] == [
        ("日本", "2024-02"),
        ("韩国", "2024-02"),
        ("印度", "2024-02"),
    ]
    two = read("布林肯2月14日访问了日本和韩国。")
    assert {event.date for event in two} == {"2024-02-14"}


def test_the_last_round_is_one_of_the_same_talks(read: Callable[..., tuple[Event, ...]]) -> None:
    """一轮 counts nothing: 最后一轮 is of the talks that the article tells, 三轮 are several."""
    talks = "布林肯与王毅2月15日和16日在曼谷会谈。"
    assert len(read(talks, "美中官员2月16日在曼谷完成最后一轮会谈。")) == 1
    assert len(read(talks, "美中官员2月16日在曼谷完成三轮会谈。")) == 2


def test_a_clause_that_says_when_has_its_subject_behind(read: Callable[..., tuple[Event, ...]]) -> None:
    """在会见了外长之后 is told of whom the next clause names, not of the one before."""
    text = "日本是王毅此行的一站，在2月14日会见了日本外相之后，王毅又会见了日本首相岸田文雄。"
    met = [brief(event)[1] for event in read(text) if event.form == "meeting"]
    assert met == ["王毅、日本", "王毅、岸田文雄"]


def test_what_is_to_come_on_a_journey_is_of_its_month(read: Callable[..., tuple[Event, ...]]) -> None:
    """Who has arrived somewhere meets and travels on in the same month, where the text gives no other."""
    journey = (
        "布林肯2月18日抵达布鲁塞尔。",
        "布林肯还将在布鲁塞尔会晤欧盟委员会主席冯德莱恩。",
        "布林肯之后将飞往印度。",
    )
    dates = [(event.form, event.date) for event in read(*journey, published="2024-02-19")]
    assert dates == [("visit", "2024-02-18"), ("meeting", "2024-02"), ("visit", "2024-02")]
    (event,) = read("布林肯抵达首尔后将征询各方意见。")
    assert event.status == "planned"


def test_what_is_to_come_is_of_this_month(read: Callable[..., tuple[Event, ...]]) -> None:
    """In its first days a visit that goes on may have been of the month before, what is planned may not."""
    events = read("布林肯访问东京期间将与日本外相上川阳子举行会谈。", published="2024-03-04")
    assert all(event.date is None or event.date >= "2024-03" for event in events if event.form == "talks")


def test_what_a_former_government_did_is_not_the_news(read: Callable[..., tuple[Event, ...]]) -> None:
    """What was done in somebody's term, told without a day, is another deed than that of these days."""
    met = read("布林肯在特朗普政府任内会见了王毅。布林肯2月14日会见了王毅。")
    assert [event.date for event in met] == [None, "2024-02-14"]


def test_a_summit_wished_for_is_not_the_contact_of_two_states(read: Callable[..., tuple[Event, ...]]) -> None:
    """Leaders whom only a wish for a meeting names take no part in what officials of their states try."""
    told = "报道说，拜登政府为回避对立，1月中旬起幕后试图与朝鲜接触。", "日本希望促成拜登与金正恩会晤。"
    events = read(*told, published="2021-03-24")
    assert [brief(event)[1] for event in events] == ["拜登政府、朝鲜", "拜登、金正恩"]


def test_with_whom_somebody_meets_was_named_before(read: Callable[..., tuple[Event, ...]]) -> None:
    """同其的会谈 is not of one person with himself; a minister of another state takes no part in talks of two."""
    met = [brief(event)[1] for event in read("拉夫罗夫抵达桂林。王毅同其的会谈将在桂林举行。") if event.form == "talks"]
    assert met == ["王毅、拉夫罗夫"]
    met = [brief(event)[1] for event in read("美国和韩国的官员在首尔结束了外长和防长会谈。", "王毅批评美国。")]
    assert met == ["美国、韩国"]


def test_what_points_back_to_other_days_is_of_others(read: Callable[..., tuple[Event, ...]]) -> None:
    """18日的会晤 is not of those who met on the 12th, and adds nothing where nobody is told to have met on its day."""
    lead = "拜登和日本、澳大利亚及印度领导人2月12日举行四方安全对话视频峰会。"
    assert [brief(event)[3] for event in read(lead, "发言人称，2月18日至19日的会晤是应邀举行的。")] == ["2024-02-12"]


def test_a_former_leader_is_not_at_the_talks_of_these_days(read: Callable[..., tuple[Event, ...]]) -> None:
    """美中会谈 of last week is not when Nixon met Mao; officials who met are not their leaders."""
    met = read("美国前总统尼克松曾会见毛泽东。", "美中两国官员上周在阿拉斯加举行高层会谈。")
    assert [brief(event)[1::2] for event in met] == [
        ("尼克松、毛泽东", None),
        ("美国、中国", "2024-02-05/2024-02-11"),
    ]
    met = read("拜登说，他与习近平通了电话。", "几天前，美中两国官员在阿拉斯加举行会谈，但双方在会面一开始便互相指责。")
    assert [brief(event)[1] for event in met] == ["拜登、习近平", "美国、中国"]


def test_who_speaks_right_before_a_pronoun_is_meant(read: Callable[..., tuple[Event, ...]]) -> None:
    """奥斯汀说，他…, whoever else the sentence names; 我 in a quotation is its speaker."""
    (visit,) = read("至于布林肯提到的问题，王毅说，他1月在访问日本前谈过此事。")
    assert visit.actors[0].name == "王毅"
    (call,) = read("拜登说：“我与习近平通了话。”")
    assert [party.name for party in call.actors] == ["拜登", "习近平"]


def test_a_title_that_somebody_once_bore_is_not_who_bears_it(read: Callable[..., tuple[Event, ...]]) -> None:
    """前国务卿、现任气候特使克里 is one person, not Blinken and he."""
    (talks, *_) = read("前国务卿、现任气候特使克里周五与中国气候特使解振华会谈。", "布林肯对此表示欢迎。")
    assert [party.name for party in talks.actors] == ["克里", "解振华"]


def test_items_of_a_headline_are_apart(read: Callable[..., tuple[Event, ...]]) -> None:
    """A headline that strings together what the text lists is read item by item, and its day is theirs."""
    items = ("习近平同法国总统马克龙通电话", "王毅同日本外相上川阳子通电话")
    calls = read(*items, title=f"2024-02-16 新闻联播 文字版{''.join(items)}")
    assert [brief(event)[1::2] for event in calls] == [
        ("习近平、马克龙", "2024-02-16"),
        ("王毅、上川阳子", "2024-02-16"),
    ]


def test_recently_has_no_day_of_another_clause(read: Callable[..., tuple[Event, ...]]) -> None:
    """去年2月暂停……，协会最近致函: the day is that of the stop."""
    (letter,) = read("去年2月10日暂停通航，到现在已经超过一年，王毅最近致函布林肯。")
    assert letter.date is None


def test_what_is_done_before_a_visit_has_the_day(read: Callable[..., tuple[Event, ...]]) -> None:
    """菅义伟16日访美前接种: on the 16th he is vaccinated."""
    (visit,) = read("岸田文雄16日访美前接种疫苗。")
    assert (visit.status, visit.date) == ("planned", None)


def test_a_summit_of_another_name_is_not_the_one_told_before(read: Callable[..., tuple[Event, ...]]) -> None:
    """气候峰会 is none of the states told of before, and gives their summit no day."""
    (summit,) = read("东盟各国领导人将召开峰会。", "气候峰会将于4月22日举行。")
    assert (summit.actors[0].name, summit.date) == ("东盟", None)


def test_a_sitting_of_a_body_is_not_whom_it_meets(read: Callable[..., tuple[Event, ...]]) -> None:
    """欧盟外长会议 of the day before is not Blinken's meeting with the EU's leaders."""
    events = read("欧盟2月14日召开外长会议，讨论制裁。", "布林肯将于2月15日在布鲁塞尔与欧盟领导人会晤。")
    assert [brief(event)[1::2] for event in events] == [("欧盟", "2024-02-14"), ("布林肯、欧盟", "2024-02-15")]


def test_what_was_done_in_another_office_is_not_of_these_days(read: Callable[..., tuple[Event, ...]]) -> None:
    """拜登担任副总统时……两人曾会面 takes no day of the talks of this month."""
    met = read("拜登担任副总统时，习近平也是副主席，两人曾在北京会面。", "拜登与习近平1月举行了会谈。")
    assert [event.date for event in met] == [None, "2024-01"]


def test_with_whom_others_meet_is_no_guest(read: Callable[..., tuple[Event, ...]]) -> None:
    """为准备其与中方的首次会面 makes China no visitor of Japan."""
    visits = [event for event in read("布林肯则为准备其与中方的首次面对面开启日韩之旅。") if event.form == "visit"]
    assert [[party.name for party in visit.actors] for visit in visits] == [["布林肯"], ["布林肯"]]


def test_what_was_to_follow_did_not_take_place_either(read: Callable[..., tuple[Event, ...]]) -> None:
    """原定13日抵达，14日会晤: the second was only to be as well."""
    met = read("美国驻联合国大使格林菲尔德原定1月13日抵台访问，14日会晤蔡英文。")
    assert [event.status for event in met] == ["cancelled", "cancelled"]


def test_states_behind_a_day_of_the_month(read: Callable[..., tuple[Event, ...]]) -> None:
    """18日中美 is a day and two states, not three; what 日朝 would be may be a day and a preposition."""
    (talks,) = read("14日中美在安克雷奇举行会谈。")
    assert brief(talks) == ("talks", "中国、美国", "happened", "2024-02-14")


PARTIES = [
    # What is an office, a list, a branch; whom some leader leads; since when somebody is in office.
    ("戴琪14日还与欧盟委员会执行副主席东布罗夫斯基斯会谈。", "戴琪、东布罗夫斯基斯"),
    ("日本、美国加上澳洲及印度4国领袖，14日在线上首度举行四方安全对话领袖峰会。", "日本、美国、澳洲、印度"),
    ("拜登应该邀请中国信仰领袖访问白宫。习近平对此表示反对。", "中国、美国"),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES, ids=[text[:12] for text, _ in PARTIES])
def test_whom_words_of_offices_and_branches_leave(
    text: str, parties: str, read: Callable[..., tuple[Event, ...]]
) -> None:
    """执行 is part of an office, 加上 joins a list, 国安 is no body, and leaders of faith lead no state."""
    assert [brief(event)[1] for event in read(text)] == [parties]


def test_the_day_of_taking_office_is_that_of_nothing_else(read: Callable[..., tuple[Event, ...]]) -> None:
    """1月20日上任后两次通话, but 上任后立即致电."""
    (calls,) = read("拜登1月20日上任后两次与特鲁多通话。")
    (call,) = read("拜登1月20日上任后立即致电特鲁多。")
    assert (calls.date, call.date) == (None, "2024-01-20")


def test_a_plan_that_describes_somebody_is_none_of_what_he_did(read: Callable[..., tuple[Event, ...]]) -> None:
    """即将访问印度的奥斯汀 has called already; who will see one that is about to leave has a plan of his own."""
    told = {event.form: event.status for event in read("即将访问印度的美国防长奥斯汀还与澳大利亚防长马尔斯通话。")}
    (planned,) = (event for event in read("布林肯将与即将离任的日本首相岸田文雄会晤。") if event.form == "meeting")
    assert told == {"visit": "planned", "call": "happened"}
    assert planned.status == "planned"
    for plan in ("将举行的中美会谈备受关注。", "即将到来的布林肯与王毅会谈令人期待。"):
        assert [event.status for event in read(plan)] == ["planned"]


def test_what_came_of_talks_is_no_news_of_them(read: Callable[..., tuple[Event, ...]]) -> None:
    """双方谈判的5月1日截止日期 is a day of neither."""
    assert [event.type for event in read("他说，美国与塔利班谈判的5月1日截止日期难以遵守。")] == []
    assert [event.form for event in read("美国与塔利班2月12日谈判。")] == ["talks"]
    assert [event.date for event in read("布林肯与王毅2月12日会谈的期限只有两小时。")] == ["2024-02-12"]


def test_what_somebody_is_blamed_for_he_does(read: Callable[..., tuple[Event, ...]]) -> None:
    """她谴责卢沙野致函李察: it is he who writes; friends of all states are nobody, officials act for theirs."""
    (letter,) = (event for event in read("中国外交部发言人毛宁周五谴责上川阳子致函布林肯。") if event.form == "letter")
    assert {one.name for one in letter.parties} == {"上川阳子", "布林肯"}
    assert read("林远表示，欢迎各国朋友访问中国。") == ()
    (visit,) = read("美国高级官员们访问了日本。")
    assert brief(visit)[1] == "美国、日本"


def test_headlines_set_two_names_side_by_side(read: Callable[..., tuple[Event, ...]]) -> None:
    """Or put 会 between them for 会见; a place behind both is where they met."""
    for title in (
        "布林肯王毅慕尼黑会谈登场",
        "布林肯会王毅",
        "布林肯与王毅慕尼黑会面",
        "布林肯王毅周五在慕尼黑举行首次会晤",
    ):
        (event,) = read("这是一则消息。", title=title)
        assert [party.name for party in event.actors] == ["布林肯", "王毅"], title


def test_the_strict_code_of_a_summons_is_that_of_the_manual(read: Callable[..., tuple[Event, ...]]) -> None:
    """Though it stands among encounters."""
    (event,) = read("法国外长塞茹尔内周四召见俄罗斯大使梅什科夫。")
    assert (event.type, event.plover.type) == ("CONSULT", "ACCUSE")


def test_who_is_summoned_in_return_is_met_once_more(read: Callable[..., tuple[Event, ...]]) -> None:
    """That the Union summons an ambassador is not that its own was summoned, nor is an answer the letter."""
    events = read("中国外交部2月14日召见欧盟驻华代表郁白。", "欧盟2月15日召见中国大使。")
    assert [event.date for event in events if event.type == "CONSULT"] == ["2024-02-14", "2024-02-15"]
    letters = read("布林肯2月14日致函王毅。", "王毅回信布林肯。")
    assert [[party.name for party in event.actors] for event in letters] == [["布林肯", "王毅"], ["王毅", "布林肯"]]


def test_a_day_in_quotation_marks_is_that_of_the_speaker(read: Callable[..., tuple[Event, ...]]) -> None:
    """It dates nothing that is told behind."""
    (event,) = read("王毅曾说：“今天的世界并不太平。”之后他与布林肯会晤。")
    assert event.date == "2024-02"


def test_the_day_of_what_is_said_is_not_that_of_what_is_not_meant(read: Callable[..., tuple[Event, ...]]) -> None:
    """Who does not mean to meet somebody, or has not so far, does not do so on the day on which that is told."""
    for told in ("至今没有与王毅通话", "没有打算与王毅会晤"):
        assert [(event.status, event.date) for event in read(f"布林肯周一接受采访。他还表示，{told}。")] == [
            ("denied", None)
        ]
    assert [event.date for event in read("布林肯2月12日没有与王毅通话。")] == ["2024-02-12"]


def test_what_somebody_plans_to_propose_is_proposed(read: Callable[..., tuple[Event, ...]]) -> None:
    """安排 behind it arranges nothing yet; arrangements that are talked of are none either."""
    (summit,) = read("中方还计划提议重建定期对话，并安排习近平与拜登4月22日会谈。")
    assert (summit.status, summit.date) == ("proposed", "2024-04-22")
    assert [event.status for event in read("外长会晤 磋商习近平访韩事宜")] == ["proposed"]
    held = ("英国要求召开的安理会紧急会议2月15日举行。", "拜登提议举行的美俄峰会引起关注。")
    assert [event.status for told in held for event in read(told)] == ["happened", "proposed"]


def test_who_only_wants_a_body_to_sit_does_not_sit_there(read: Callable[..., tuple[Event, ...]]) -> None:
    """双方支持召开安理会峰会 adds nothing to how the two met; members who each summon are not their union."""
    events = read("拉夫罗夫2月15日与王毅会晤，双方发表声明称，支持召开联合国安理会峰会。")
    assert [brief(event) for event in events if len(event.actors) > 1] == [
        ("meeting", "拉夫罗夫、王毅", "happened", "2024-02-15")
    ]
    assert read("欧盟各成员国纷纷召见中国大使。") == ()
    assert read("欧盟成员国分别召见中国大使。") == ()
    assert [brief(event)[1] for event in read("欧盟2月15日召见中国大使。")] == ["欧盟、中国"]
    assert all("王毅" not in brief(event)[1] for event in read("拉夫罗夫与王毅一致支持尽快召开安理会峰会。"))


def test_since_when_somebody_is_in_office_he_need_not_meet(read: Callable[..., tuple[Event, ...]]) -> None:
    """自总统拜登上任以来 says which talks these are; what is told beside an old year has nobody of today in it."""
    (talks,) = read("美国与中国高官2月15日举行自美国总统拜登上任以来的首场会谈。")
    assert [party.name for party in talks.actors] == ["美国", "中国"]
    (summit,) = read("为实现首次美朝首脑会谈，朝鲜2018年4月宣布暂停核试验。")
    assert [party.name for party in summit.actors] == ["美国", "朝鲜"]


def test_a_title_in_quotation_marks_has_no_day(read: Callable[..., tuple[Event, ...]]) -> None:
    """It was published on that day; 这次会议 is not the summit told before where another is named."""
    (visit,) = read("他2月12日发表「布林肯访问台湾：冲突的原因」。")
    assert visit.date is None
    (visit,) = read("日本外务省2月15日发表声明说：“布林肯2月12日访问了日本。”")
    assert visit.date == "2024-02-12"
    events = read("东盟各国领导人预计召开特别峰会。", "拜登邀请多国参加白宫气候峰会，这次会议定于4月22日举行。")
    assert [event.date for event in events if "东盟" in brief(event)[1]] == [None]


def test_the_news_of_an_article_dates_no_visit_that_it_tells_with_its_day(
    read: Callable[..., tuple[Event, ...]],
) -> None:
    """核查了他的日本行程 is not of these days where he was there in December; pragmatic 接触 is no encounter."""
    told = ("香港警方在核查了布林肯的日本行程单后放行。", "布林肯去年12月初抵达日本。")
    events = read("王毅周四与拉夫罗夫会晤。", "会晤持续一天。", *told)
    assert [event.date[:7] for event in events if event.date and event.form == "visit"] == ["2023-12"]
    (call,) = read("拜登早前与习近平通话时承诺，将致力于寻求以结果为导向的接触。")
    assert call.form == "call"


def test_counterparts_are_met(read: Callable[..., tuple[Event, ...]]) -> None:
    """他的中国同行 says who 王毅 is; world leaders are nobody; a first meeting that will be a test is to come."""
    for told in ("布林肯2月12日与他的中国同行王毅会晤。", "布林肯2月12日会见了他的中国同行王毅。"):
        assert [brief(event)[1:] for event in read(told)] == [("布林肯、王毅", "happened", "2024-02-12")], told
    (denied,) = read("布林肯2月12日没有与他的中国同行王毅举行单独会谈。")
    assert (denied.status, denied.place) == ("denied", None)
    told = (
        "美国已邀请中国国家主席习近平参加4月的峰会。",
        "白宫表示，拜登已邀请40位世界领导人参加他4月22日主持的气候峰会。",
    )
    assert all(event.date != "2024-04-22" for event in read(*told) if "习近平" in brief(event)[1])
    after = ("预计将是一次考验。", "将在会后访问日本。")
    statuses = [
        event.status for each in after for event in read(f"布林肯和王毅的首次会晤，{each}") if event.form != "visit"
    ]
    assert statuses == ["planned", "happened"]


def test_ministers_of_a_body_assemble(read: Callable[..., tuple[Event, ...]]) -> None:
    """北约外长会晤 is a sitting of the body; 中国和东盟外长开会 names both; what is refused to be called off stands."""
    assert [brief(event) for event in read("北约外长2月13日在布鲁塞尔会晤。")] == [
        ("multilateral", "北约", "happened", "2024-02-13")
    ]
    assert [brief(event)[1] for event in read("中国和东盟外长2月13日在重庆开会。")] == ["中国、东盟"]
    (visit,) = read("法国参议员李察拒绝取消访台。")
    assert visit.status == "planned"


def test_access_to_data_is_no_visit(read: Callable[..., tuple[Event, ...]]) -> None:
    """屏蔽对美国网站的访问; a letter that asks to call a visit off is not called off itself; 将分别于 is to come."""
    assert read("中国屏蔽了对美国网站的访问。") == ()
    assert [event.form for event in read("布林肯2月12日访问日本互联网安全机构。")] == ["visit"]
    (letter,) = (event for event in read("卢沙野2月12日致函李察要求取消访台。") if event.form == "letter")
    assert letter.status == "happened"
    (summit,) = read("欧盟将分别于22日和24日举行峰会。")
    assert (summit.status, summit.date) == ("planned", "2024-02-22/2024-02-24")


def test_who_came_is_told_in_the_next_clause(read: Callable[..., tuple[Event, ...]]) -> None:
    """欧盟举行峰会，拜登应邀参加: he was there, too; who says something behind is not."""
    (summit,) = read("欧盟2月13日举行视频峰会，美国总统拜登应邀参加。")
    assert brief(summit) == ("summit", "欧盟、拜登", "happened", "2024-02-13")
    (summit,) = read("欧盟2月13日举行视频峰会，美国总统拜登表示欢迎。")
    assert brief(summit)[1] == "欧盟"


def test_one_of_two_days_is_within_both(read: Callable[..., tuple[Event, ...]]) -> None:
    """周五或周一 is no single day; a state that invites others to its summit takes part."""
    (talks,) = read("普京建议与拜登下周三或周五对话。")
    assert talks.date == "2024-02-21/2024-02-23"
    (summit,) = read("美国邀请习近平和普京参加气候峰会。")
    assert [party.name for party in summit.actors] == ["美国", "习近平", "普京"]


def test_a_day_up_to_which_it_is_counted_is_not_its_day(read: Callable[..., tuple[Event, ...]]) -> None:
    """到今天为止 only says by when."""
    assert [event.date for event in read("到2月3日为止，德国召见了中国大使。")] == [None]


def test_a_brother_is_not_whose_brother_he_is(read: Callable[..., tuple[Event, ...]]) -> None:
    """In 蔡英文的弟弟抵达，佩洛西会见了他 nobody meets 蔡英文."""
    events = read("蔡英文的弟弟抵达美国，佩洛西会见了他。")
    assert all(event.form == "visit" for event in events)


def test_a_day_that_no_year_has_is_not_moved(read: Callable[..., tuple[Event, ...]]) -> None:
    """29 February of a leap year, long over, is no day of the next year."""
    events = read("拜登计划2月29日与普京会谈。", published="2024-06-15T08:00:00Z")
    assert [event.date for event in events] == ["2024-02-29"]


def test_a_year_that_is_named_is_that_of_the_month_behind_it(read: Callable[..., tuple[Event, ...]]) -> None:
    """In 2023年10月说，计划于11月 no next year is meant."""
    assert [event.date for event in read("特朗普2023年10月说，计划于11月会晤习近平。")] == ["2023-11"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019年6月29日，时任美国总统特朗普与习近平在大阪会晤。", "2019-06-29"),
        ("2月13日，中国和日本的外交官举行了第十三次海洋事务磋商。", "2024-02-13"),
        ("13日，王毅与茂木敏充先后三次通话。", "2024-02-13"),
    ],
)
def test_a_day_in_front_is_that_of_the_encounter(text: str, date: str, read: Callable[..., tuple[Event, ...]]) -> None:
    """Whoever has left office since, and of whatever number it was."""
    assert [event.date for event in read(text)] == [date]


def test_what_somebody_said_in_talks_shows_them_as_held(read: Callable[..., tuple[Event, ...]]) -> None:
    """Though the paragraph before told of them as to come."""
    events = read("王毅将会晤拉夫罗夫。", "在王毅和拉夫罗夫的会谈中，拉夫罗夫表示，两国将合作。")
    assert events[-1].status == "happened"


def test_a_minister_who_has_asked_for_an_ambassador_has_ordered_it(read: Callable[..., tuple[Event, ...]]) -> None:
    """What others ask him to do is only proposed."""

    def told(text: str) -> list[str]:
        return [event.status for event in read(text) if event.type == "CONSULT"]

    assert told("法国外长勒德里安说，他已要求召见俄罗斯大使。") == ["planned"]
    assert told("议员要求法国外长勒德里安召见俄罗斯大使。") in ([], ["proposed"])


@pytest.mark.parametrize("frame", ["之际", "的同时", "时"])
def test_what_is_done_while_somebody_is_received_leaves_that_told(
    frame: str, read: Callable[..., tuple[Event, ...]]
) -> None:
    """会见拉夫罗夫之际 is of him, as 会见拉夫罗夫的特使 is not."""
    met = read(f"在王毅周二会见拉夫罗夫{frame}，欧盟表示担忧。")[0]
    assert ([party.name for party in met.actors], met.date) == (["王毅", "拉夫罗夫"], "2024-02-13")


def test_a_visit_under_way_is_not_to_come(read: Callable[..., tuple[Event, ...]]) -> None:
    """明天 of the clause before is that of others."""
    (visit,) = read("首批旅客明天出发，正访问日本的英国首相约翰逊昨天说，他会去送行。")
    assert (visit.form, visit.status) == ("visit", "happened")


def test_two_ministers_by_themselves_are_not_the_four_of_two_offices(read: Callable[..., tuple[Event, ...]]) -> None:
    """However the offices of the others are called."""
    events = read(
        "布林肯和奥斯汀2月13日在东京与日本外务大臣和防卫大臣举行会谈。", "奥斯汀2月13日会见岸信夫时谈到了演习。"
    )
    assert len(events) == 2


def test_a_weekday_behind_one_of_next_week_follows_it(read: Callable[..., tuple[Event, ...]]) -> None:
    """Told on a Thursday, 下周五 lies more than a week ahead."""
    dates = [event.date for event in read("拉夫罗夫定于下周五访华，星期六在桂林与王毅会谈。")]
    assert dates == ["2024-02-23", "2024-02-24"]


def test_the_head_of_an_association_is_not_that_of_the_state(read: Callable[..., tuple[Event, ...]]) -> None:
    """Nor is 他, who speaks of himself, whom the text has told of."""
    events = read("习近平访问法国。法国商会主席阿兰 童向记者表示，他2019年就访问了法国。")
    assert len(events) == 1


def test_at_whose_request_a_body_sits_does_not_make_it_a_wish(read: Callable[..., tuple[Event, ...]]) -> None:
    """应美国要求 tells whose idea it was."""
    assert [event.status for event in read("联合国安理会应美国要求召开紧急会议。")] == ["happened"]
    asked = [event for event in read("美国要求联合国安理会召开紧急会议。") if event.type == "CONSULT"]
    assert [event.status for event in asked] == ["proposed"]


def test_who_is_in_no_hurry_to_meet_has_not_met(read: Callable[..., tuple[Event, ...]]) -> None:
    """Whatever the next paragraph says of how others once did."""
    events = read(
        "江启臣接受专访，他表示并不急着与习近平见面。",
        "江启臣表示，虽然上任总统马英九有与习近平会面的经验，但他并不急着追随马的脚步。",
    )
    assert [event.status for event in events if event.actors[0].name == "江启臣"] == ["denied"]
