-- Which municipalities were found, and which may have been, on the borders of a year? For maps.
with chosen as (
  select distinct unit_id
  from participation
  where counted = 1
    and year between :first_year and :last_year
    and (:role = 'all' or role = :role)
    and (:family = 'all' or family in (select code from family where code = :family or family_group = :family))
)
select p.municipality_id, p.candidates, p.unit_id
from chosen c
join lies_in p on p.unit_id = c.unit_id and p.borders = :borders
where p.kind = 'municipality'
