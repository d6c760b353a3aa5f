"""What is no event, for it is only supposed, permitted, usual, unsure or the topic of a remark."""

from __future__ import annotations

import re

_SUPPOSED = re.compile(
    r"如果|以确保在|只[有在][^，。；]{1,16}才会(?![见谈晤面])|一旦|假如|倘若|假若|假设|要是|即[使便]|万一|若(?!干|昂|泽|热|望|是)|每[一两二三四五六七八九十半几\d]{0,2}个?[年月次季周天]|以往(?!来)|往往|(?:一般|通常)都?会?(?:先|是)?|历[任届代](?:的)?[^，。的]{0,6}(?:总统|总理|首相|国务卿|领导人|主席|部长)(?!的)|(?<![和与及、])(?:总统|总理|首相|国务卿)们?[都均](?![没未不])|经常|定期|或不|能否|是否|会不会|能不能|要不要|算不算|为何|[无不]论|与否|各[种类]|任何"
)
_USUAL = re.compile(r"[^，。]{0,6}(?:传统上|通常|一般来说|一般而言|历来|按照?惯例)")
_ABLE = re.compile(
    r"(?:(?<![可功性职智核潜技本动产未没望盼待])能(?![力源量耗])够?|可以|才能|不敢|难以|方便|便于|有权|能够|允许|准许|禁止|限制|阻止|阻挠|避免|不要|不得|切勿|必须)[^，]{0,4}$|"
    r"(?:禁止|严禁|不得|不准)[^，后]*$|(?:让|使|令)[^，。]{0,8}(?:能够?|可以)[^，。]*$"
)
_UNSURE = re.compile(
    r"[^，。；]{0,3}可能(?:性(?:(?:[极很较更]|非常|十分|相当)?(?:小|低|微|渺茫)|几乎|为零)|性?(?:并?不|没有那么)(?:很?[大高]|存在))|"
    r"[^，。；]{0,6}(?:遥遥无期|未定|尚未|仍未|还没有?|无法(?:确定|预料|预测)|悬而未决|(?:能|会|可|是)否(?:举行|进行|成行|如期|实现|会|能)|"
    r"的(?:自由|权利|资格|能力|条件))|[^，。；]{0,8}[吗嘛][？?]?$|[^，。；]{0,3}(?:是不是|会不会|有没有|可期)"
)
_AS_TOPIC = re.compile(
    r"(?:一事|之事|这件事)?(?:将?是|事关|意味着|取决于|有助于|有利于|符合|不符合|等于)(?!在|为了|应)"
)
_COUNTER = re.compile(r"如果不是|若不是|要不是|若非|本可以?|本应")


def is_left_open(after: str) -> bool:
    """Whether the words behind say that it is not sure to come: 与他的会谈|遥遥无期, 去哪里访问|的自由."""
    return bool(_UNSURE.match(after))


def is_topic(after: str) -> bool:
    """Whether a deed is but the topic of a remark: 访问非洲|是两国的大事."""
    return bool(_AS_TOPIC.match(after))


def is_general(sentence: str) -> bool:
    """Whether a sentence opens as one on what is usual: 传统上，国务卿会到访日本."""
    return bool(_USUAL.match(sentence))


def is_contrary(sentence: str) -> bool:
    """Whether a sentence tells what would have been: 如果不是疫情，他已经访问了日本."""
    return bool(_COUNTER.search(sentence))


def is_background(before: str) -> bool:
    """Whether the clause up to the word only supposes, permits or generalises: 如果两人会面, 可以访问, 每年会晤."""
    return bool(_SUPPOSED.search(before) or _ABLE.search(before))
