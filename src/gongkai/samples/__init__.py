"""Lawful reports of both editions, in every layout met in the wild and under every damage, with truth."""

from gongkai.samples.damages import DAMAGES, applies
from gongkai.samples.figures import SIZES, Size, broken_identities, figures
from gongkai.samples.layouts import LAYOUTS
from gongkai.samples.sample import Sample, lawful_report, render, sample, samples, twin

__all__ = [
    "DAMAGES",
    "LAYOUTS",
    "SIZES",
    "Sample",
    "Size",
    "applies",
    "broken_identities",
    "figures",
    "lawful_report",
    "render",
    "sample",
    "samples",
    "twin",
]
