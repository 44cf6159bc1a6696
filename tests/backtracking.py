"""Find in a regular expression what may backtrack without bound, from its structure alone.

Enters: a pattern. Leaves: in words, each repeat without an upper bound that can give up characters to another such
repeat: one nested in the other ("(a+)+", exponential), or one after the other with nothing between them that tells
where the first must end ("\\w+\\d+x", quadratic); and apart from those a repeat at the very start where more must
follow it ("\\s+x" is tried anew from each space), which is harmless where a pattern is matched and not searched for.
Sets of characters are compared over a sample of them.
"""

import re
from collections.abc import Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

SAMPLE = frozenset(map(chr, range(0x20, 0x250)))
SAMPLE |= frozenset("\t\n\r\v\f\x1c\x85\u2003\u2028—–“”‘’…•ЖжЇїא中あ½٣😀\u0301")
MANY = 1000
"""A repeat that may be longer than this has no bound."""


def unbounded(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """What in `pattern` may backtrack without bound."""
    tree = parser.parse(pattern, flags)
    return tuple(dict.fromkeys(_within(list(tree), [], flags | tree.state.flags)))


def tried_anew(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """What `pattern` begins with that a search tries again from every character of a long run."""
    tree = parser.parse(pattern, flags)
    return tuple(_at_start(list(tree), flags | tree.state.flags))


def _within(nodes: Sequence[Any], after: Sequence[Any], flags: int) -> Iterator[str]:
    """Trouble inside a sequence; `after` is what may follow it."""
    for position, node in enumerate(nodes):
        rest = [*nodes[position + 1 :], *after]
        for body, again in _bodies(node):
            yield from _within(body, [*body, *rest] if again else rest, flags)
        if _is_endless(node):
            other = _rival(_chars([node], flags), rest, flags)
            if other is not None:
                yield f"{_shown(node)} may give up to {_shown(other)}"


def _rival(chars: frozenset[str], rest: Sequence[Any], flags: int) -> Any:
    """The first endless repeat in `rest` that `chars` can run into, with all between made of `chars` too."""
    for node in rest:
        if _is_possessive(node):
            return None
        if _is_endless(node) and chars & _first([node], flags):
            return node
        for body, _ in _bodies(node):
            inner = _rival(chars, body, flags)
            if inner is not None:
                return inner
        if _least([node]) and not chars & _first([node], flags):
            return None
    return None


def _at_start(nodes: Sequence[Any], flags: int) -> Iterator[str]:
    for position, node in enumerate(nodes):
        if node[0] is op.AT or node[0] in (op.ASSERT, op.ASSERT_NOT):
            return
        if node[0] is op.SUBPATTERN:
            yield from _at_start([*node[1][-1], *nodes[position + 1 :]], flags)
            return
        if _is_endless(node) and _least(nodes[position + 1 :]):
            yield f"{_shown(node)} is tried anew"
        if _least([node]):
            return


def _bodies(node: Any) -> Iterator[tuple[Sequence[Any], bool]]:
    """The sequences inside of a node, each with whether it may come again."""
    kind, value = node
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        yield list(value[2]), _is_endless(node)
    elif kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
        yield list(value[-1] if kind is op.SUBPATTERN else value), False
    elif kind is op.BRANCH:
        yield from ((list(branch), False) for branch in value[1])
    elif kind in (op.ASSERT, op.ASSERT_NOT):
        yield list(value[1]), False


def _is_endless(node: Any) -> bool:
    return node[0] in (op.MAX_REPEAT, op.MIN_REPEAT) and (node[1][1] is op.MAXREPEAT or node[1][1] > MANY)


def _is_possessive(node: Any) -> bool:
    return node[0] is op.POSSESSIVE_REPEAT


def _least(nodes: Sequence[Any]) -> int:
    """How many characters the nodes take at least; an anchor or assertion may fail and counts as one."""
    least = 0
    for node in nodes:
        kind, value = node
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least += value[0] * _least(list(value[2]))
        elif kind is op.BRANCH:
            least += min(_least(list(branch)) for branch in value[1])
        elif kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
            least += _least(list(value[-1] if kind is op.SUBPATTERN else value))
        else:
            least += 1
    return least


def _first(nodes: Sequence[Any], flags: int) -> frozenset[str]:
    """The characters that the nodes may begin with; all of them where an assertion stands first."""
    found: frozenset[str] = frozenset()
    for node in nodes:
        kind, _ = node
        if kind in (op.AT, op.ASSERT, op.ASSERT_NOT, op.GROUPREF, op.GROUPREF_EXISTS):
            return SAMPLE
        bodies = [body for body, _ in _bodies(node)]
        found |= frozenset().union(*(_first(b, flags) for b in bodies)) if bodies else _matched(node, flags)
        if _least([node]):
            break
    return found


def _chars(nodes: Sequence[Any], flags: int) -> frozenset[str]:
    """Every character that the nodes may take."""
    found: frozenset[str] = frozenset()
    for node in nodes:
        if node[0] in (op.AT, op.ASSERT, op.ASSERT_NOT):
            continue
        bodies = [body for body, _ in _bodies(node)]
        found |= frozenset().union(*(_chars(b, flags) for b in bodies)) if bodies else _matched(node, flags)
    return found


def _matched(node: Any, flags: int) -> frozenset[str]:
    """The characters of the sample that a node for one character matches."""
    kind, value = node
    if kind is op.ANY:
        return SAMPLE if flags & re.DOTALL else SAMPLE - {"\n"}
    if kind in (op.LITERAL, op.NOT_LITERAL):
        same = {chr(value)} | ({chr(value).lower(), chr(value).upper()} if flags & re.IGNORECASE else set())
        return frozenset(same) if kind is op.LITERAL else SAMPLE - same
    if kind is op.IN:
        negated = value[0][0] is op.NEGATE
        found = frozenset().union(*(_matched(v, flags) for v in value if v[0] is not op.NEGATE))
        return SAMPLE - found if negated else found
    if kind is op.RANGE:
        found = frozenset(c for c in SAMPLE if value[0] <= ord(c) <= value[1])
        return found | ({c.swapcase() for c in found if len(c.swapcase()) == 1} if flags & re.IGNORECASE else set())
    if kind is op.CATEGORY:
        tests = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}
        name = str(value).rsplit("_", 1)[-1]
        matching = frozenset(c for c in SAMPLE if re.match(tests[name], c))
        return SAMPLE - matching if "NOT" in str(value) else matching
    return SAMPLE


def _shown(node: Any) -> str:
    """The repeat, roughly as it was written."""
    low, high, body = node[1]
    inside = "".join(sorted(_chars(list(body), 0)))
    text = inside if len(inside) < 12 else f"{inside[:5]}…{len(inside)} characters"
    return f"[{text}]{{{low},{'' if high is op.MAXREPEAT else high}}}"
