"""Laws of chains, for notes in any order: what a back-reference may point at, and how surely."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footnotes.model import Cite, CiteForm, Confidence, Position, Resolution

Resolve = Callable[..., tuple[tuple[Cite, ...], tuple[Resolution, ...]]]
NOTES = (
    "John Smith, *A History of Trade* (London: Verso, 2001), 12.",
    "Mary Jones, *Ports of the Levant* (Oxford: OUP, 2010), 88.",
    "Anna Smith, *Ships* (London: Verso, 2005), 1.",
    "Ann Lee, *Inns* (London: Verso, 2011), 5; Emil Roe, *Maps* (Oxford: OUP, 2010), 8.",
    "Carl Cohn, “Oil,” in Anna Alt (ed.), *Great Cities* (London: Verso, 2001), 12–34.",
    "K. Marx, *Capital* (London: Penguin, 1990), vol. 1, 300 [hereinafter *Capital*].",
    "Karl Polanyi, letter to Ilona, 1925, quoted in Gareth Dale, *Karl Polanyi* (New York: CUP, 2016), 77.",
    "The phrase was common in the period, as Jones has shown.",
    "Ibid.",
    "Ibid., 15; Jones 90.",
    "Idem, *Roads* (Paris: Seuil, 1999), 4.",
    "Smith 20.",
    "J. Smith, *History*, 21.",
    "Alt, *Great Cities*, 3.",
    "*Capital*, vol. 2, 10.",
    "Op. cit., 5.",
    "Jones, op. cit., 6.",
    "Jones, loc. cit.",
    "Smith, supra note 1, at 8.",
    "Jones, infra note 9, at 8.",
    "See note 2 above.",
    "Smyth, *History*, 4.",
)
POINTS_FORWARD = {"short_before_full", "forward_reference", "internal_cross_reference"}
"""What a cite is flagged with that may point at one behind it."""
MANY = settings(
    max_examples=70,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@given(
    texts=st.lists(st.sampled_from(NOTES), min_size=1, max_size=12),
    profile=st.sampled_from([None, "oscola"]),
)
@MANY
def test_laws(texts: list[str], profile: str | None, resolve_texts: Resolve) -> None:
    """An antecedent precedes, a target is its own, a failed cite breaks its chain, doubt is said."""
    cites, resolutions = resolve_texts(texts, profile=profile)
    order = {cite.id: place for place, cite in enumerate(cites)}
    by_id = {resolution.cite: resolution for resolution in resolutions}
    first = set()
    for cite, one in zip(cites, resolutions, strict=True):
        linked = {one.antecedent, one.target, one.author_from, one.container_of, one.container_from}
        linked |= {*one.candidates, *one.refers_to_all}
        assert linked - {None} <= order.keys(), one
        if not POINTS_FORWARD & {*one.flags}:
            # The work itself may come later: an Ibid. follows a short form that came too early.
            assert one.antecedent is None or order[one.antecedent] < order[cite.id], one
        if one.target is not None:
            assert by_id[one.target].target == one.target, one
            assert by_id[one.target].rule in {"full", "idem"}, one
            assert (one.position is Position.FIRST) == (one.target not in first), one
            first.add(one.target)
        if cite.form is CiteForm.IBID and one.antecedent is not None and not one.refers_to_all:
            assert one.target == by_id[one.antecedent].target, one
        if one.confidence is Confidence.HIGH:
            assert not any(flag.startswith("ambiguous") for flag in one.flags), one
            assert not one.candidates, one
        if one.candidates and one.target is not None:
            assert one.target in {by_id[candidate].target for candidate in one.candidates}, one


@given(texts=st.lists(st.sampled_from(NOTES), min_size=1, max_size=8))
@MANY
def test_what_follows_changes_nothing_sure(texts: list[str], resolve_texts: Resolve) -> None:
    """What a cite surely means does not change when more notes follow."""
    cites, resolutions = resolve_texts(texts)
    _, longer = resolve_texts([*texts, "Dora Pym, *Inns* (London: Verso, 2002), 3.", "Ibid."])
    for cite, one, again in zip(cites, resolutions, longer, strict=False):
        if one.confidence is Confidence.HIGH:
            assert (one.target, one.locator) == (again.target, again.locator), cite
