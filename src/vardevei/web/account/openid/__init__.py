"""Signing in through somebody else: any provider that speaks OpenID Connect, by allauth, with rules of our own."""
