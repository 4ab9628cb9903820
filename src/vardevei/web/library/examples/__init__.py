"""The page of one example, and everything one does with it: propose, revise, translate, look at, talk about."""
