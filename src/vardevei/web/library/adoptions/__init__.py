"""«We follow this»: said by a municipality or a county, drawn on the example's page and counted on the place's."""
