"""The names of XML in which styles and locales of CSL are written, as ElementTree and lxml have them."""

CSL = "{http://purl.org/net/xbiblio/csl}"
"""What stands before the name of an element of CSL (CSL 1.0.2, "Namespacing")."""

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute that tells the language of a locale (XML 1.0, 2.12)."""
