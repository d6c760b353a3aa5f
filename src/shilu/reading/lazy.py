"""An attribute that is worked out when it is first asked for, and then kept.

``functools.cached_property`` does the same, but until Python 3.12 takes a lock each time; a scene has eight such
attributes, and the locks took two hundredths of the time of the events. No reading is shared between threads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - a decorator, as property is
    """Turns a method into such an attribute; the instance needs a ``__dict__``, in which the value hides the method."""

    def __init__(self, method: Callable[..., T]) -> None:
        self._method = method
        self._name = method.__name__
        self.__doc__ = method.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> lazy[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> lazy[T] | T:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._method(instance)
        return value
