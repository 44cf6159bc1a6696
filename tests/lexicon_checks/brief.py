"""What the brief makes of an entry of brief.toml: the key or month it stands for, or the opening that points back."""

from sayso.brief.wording import Wording


def gives(entry, analysis):
    wording = Wording(analysis(entry.example).language)
    if entry.kind == "month":
        number = int(entry.value)
        return str(number) if wording.day(f"2022-{number:02}-03") == f"3 {entry.term}" else ""
    if entry.kind == "fixed":
        return next((w for w in entry.example.lower().replace(",", "").rstrip(".").split() if w in wording.fixed), "")
    if entry.kind == "opener":
        return wording.opening(entry.example) or ""
    return str(entry.value) if wording[entry.value] == entry.term else ""
