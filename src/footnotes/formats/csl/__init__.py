"""CSL-JSON and CSL-YAML, and the citation objects of CSL processors."""
