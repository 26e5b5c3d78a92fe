"""The forms of the screens: what a person fills in, checked for form. What is allowed and true, the acts decide."""
