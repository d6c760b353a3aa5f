"""Nouns for those who act: which act for the state or body before them, which for nobody who is known.

中国|军机 is China's doing and so are the words of its 发言人; 中国|网民 are its people, 三名|议员 nobody in particular.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shilu.reading.events.party import Group
    from shilu.reading.events.scene import Scene

SOMEBODY = re.compile(
    r"(?:[者员家民徒客商军警士官]|被告|[疑嫌逃罪]犯|嫌疑人|王储|国王|女王|亲王|酋长|学生|代表|公民|居民|人群|民众|群众|人士|人员|团体|组织|[军兵]力|律师|医生|妇女|男子|女子|青年|[军战客共]机|[军战]舰|"
    r"轰炸机|反潜机|选民|网友|用户|粉丝|当局|部队|警察|军人|士兵|辩方|控方|[外官党港台陆美日韩]媒|媒体|国家|[\d二两三四五六七八九十多数]国|政府|企业|公司|多人|人们|他人|别人|外界|各界|各国|人)$"
)
"""Nouns for those who act without being named."""
ACTS_FOR = re.compile(
    r"(?:^[机船舰艇]|驱逐舰|护卫舰|潜艇|航空?母舰?|轰炸机|侦察机|[员军警官方]|政府|当局|高层|军[机舰队]|战机|舰[艇队]|海警船?|[渔民]船只?|船只|民兵船?|船队|公安|部队|法院|国会|议会|领导人?|外长|防长|[大特公]使|使馆|代表|发言人|部门|[官党]媒|"
    r"(?:(?<![增成家延船班特助校学馆专擅事董队会社店厂站])长|秘书)|总干事|主任|(?<!随行)(?<!法律)(?<!专家)顾问|(?<!退役)司令|检察[官院署厅](?:办公室)?|专员|总统|总理|首相|主席|外交部|方面|[黑骇]客|成员国?|国家|声明|公报|会谈|峰会|会议|两党|势力|部长?|局|委员会|团|专家|[专调工]?[家查作]?组|政权|议员们|军力|兵力|(?:监管|执法|情报|司法)机构|间谍|特工|情报人员|法官|法[院庭]|巡逻队|[大上中少]校|[上中少]将)$"
)
"""Nouns behind a state or body that make it the one who acts: 中国|军机."""
TITLES = re.compile(r"(?:先生|女士|博士|教授|爵士|勋爵)$")
"""Nouns behind a person's name that leave him the one who acts; behind a state's they tell of somebody unknown."""
FORCES = re.compile(r"[^，。；的]{0,4}(?:船|舰|军机|战机|飞机|部队|军队|士兵)")
"""Behind a state what of it does something."""
PEOPLE = re.compile(
    r"(?:民众|群众|人民|公民|国民|[网选市居村访农灾]民|消费者|网友|用户|艺人|抗议者|示威者|支持者|学生|教师|工人|司机|(?<!媒体)(?<![持言选责商诗艺名证导始夫理承])人)们?$"
)
"""Nouns for the people of a state: what they do is told of the state, marked ``people``."""
MANY = re.compile(r"(?:民众|群众|人民|[市居村]民|示威者|抗议者|学生|工人)们?$")
ONE_OF = re.compile(
    r"的(?:[^，。的]{1,10}的)?[一两三四五六七八九十几数多\d]{1,3}[名位个]|(?:[数多几]|一些|部分|十几|[数几]十)个?(?:会员|成员)国"
)
"""Behind those of whom only one or some act: 昂山素季的全国民主联盟的|一名经理."""
OTHERS = re.compile(
    r"[\d一二三四五六七八九十多数]{0,3}[个名家位]?(?:[中美英法德俄日韩外各]国|中资|欧洲|西方|日本|台湾|香港|俄罗斯)?(?:国家?|成员国|盟国|公司|企业|品牌|(?:社交|主流|官方|外国|西方)?媒体|平台|组织|机构|团体|官员|议员|人士?|国政府)?"
    r"(?:外长|防长|部长|领导人|大使|高官)?"
)
"""What stands behind 等 for those a list leaves out."""
MANY_STATES = re.compile(r"[多各两数几外]国|(?:一些|许多|不少|其他|有的|部分)国家?")
"""Before bodies that are not those of the state where the text plays: 多国|政府."""
_KIN = re.compile(
    r"(?:[（(][^）)]{1,40}[）)])?的[^，。的]{0,6}(?:子女|儿子|女儿|家人|亲属|妻子|丈夫|企业|公司|资产|助手|幕僚|顾问|支持者)"
)
"""Behind whose people or things it is done to."""
DOCUMENT = re.compile(r"(?:联合|共同)(?:声明|公报|文件|宣言|新闻稿)$|^(?:声明|公报|文件)$")
"""What those who met have written together speaks for both."""
SPEECH = re.compile(r"讲话|演[说讲]|发言|声明|公报|公告|公开信|新闻稿|推文|[贴帖]文|致辞|致词|言论")
"""What somebody wrote or said speaks for him."""


def owns_kin(scene: Scene, group: Group) -> bool:
    """Whether it is done to those of somebody, not to him: 制裁|敏昂莱的两名子女."""
    return group.ones[-1].kind == "person" and bool(_KIN.match(scene.text.plain, group.end))
