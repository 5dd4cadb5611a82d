r"""Mathematics that is one letter or sign: `$\beta$`, `H$_2$O`, `$<$`; all other stays as TeX.

Programs write such formulas for letters that a font lacks (Mendeley `$\backslash$`, publishers
`$\alpha$`, `$^{th}$`). A formula of more than that has no form in plain text.
"""

import re

SCRIPTS = {"_": ("<sub>", "</sub>"), "^": ("<sup>", "</sup>")}

GREEK = {
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "varepsilon": "ε",
    "zeta": "ζ",
    "eta": "η",
    "theta": "θ",
    "iota": "ι",
    "kappa": "κ",
    "lambda": "λ",
    "mu": "μ",
    "nu": "ν",
    "xi": "ξ",
    "omicron": "ο",
    "pi": "π",
    "rho": "ρ",
    "varsigma": "ς",
    "sigma": "σ",
    "tau": "τ",
    "upsilon": "υ",
    "varphi": "φ",
    "chi": "χ",
    "psi": "ψ",
    "omega": "ω",
    "epsilon": "ϵ",
    "phi": "ϕ",
    "vartheta": "ϑ",
    "Gamma": "Γ",
    "Delta": "Δ",
    "Theta": "Θ",
    "Lambda": "Λ",
    "Xi": "Ξ",
    "Pi": "Π",
    "Sigma": "Σ",
    "Upsilon": "Υ",
    "Phi": "Φ",
    "Psi": "Ψ",
    "Omega": "Ω",
}

OPERATORS = {
    "approx": "≈",
    "backslash": "\\",
    "bullet": "•",
    "cdot": "⋅",
    "circ": "°",
    "dagger": "†",
    "ge": "≥",
    "geq": "≥",
    "gg": "≫",
    "infty": "∞",
    "langle": "⟨",
    "ldots": "…",
    "le": "≤",
    "leftarrow": "←",
    "leq": "≤",
    "ll": "≪",
    "neq": "≠",
    "pm": "±",
    "prime": "′",
    "rangle": "⟩",
    "rightarrow": "→",
    "sim": "∼",
    "times": "×",
    "to": "→",
}

MATHS_SIGNS = GREEK | OPERATORS
"""Macros that stand for one sign (The TeXbook, appendix F)."""

_SIGN = re.compile(r"\s*(?:\{\s*)?\\([A-Za-z]+)(?:\s*\})?\s*|\s*([<>=+|*/%\d.,;:-]+)\s*")
_RELATION = re.compile(r"[\\<>=]")
_SCRIPT = re.compile(r"\s*(?:\{\})?([_^])(?:\{([\w .,+-]*)\}|(\w))\s*")


def decode_maths(formula: str) -> str | None:
    """What stands between two `$` in Unicode, or None where that is a formula indeed."""
    if script := _SCRIPT.fullmatch(formula):
        before, behind = SCRIPTS[script[1]]
        return before + (script[2] or script[3] or "") + behind
    if _RELATION.search(formula) is None:
        # `$5, $` between two prices.
        return None
    pieces, at = [], 0
    while match := _SIGN.match(formula, at):
        piece = match[2] or MATHS_SIGNS.get(match[1])
        if piece is None:
            return None
        pieces.append(piece)
        at = match.end()
    return "".join(pieces) if at == len(formula) else None
