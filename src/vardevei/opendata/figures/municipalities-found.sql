-- Which municipalities were found, and which may have been, on the borders of a year? For maps.
with chosen as (
  select distinct unit_id
  from participation
  where counted = 1
    and year between :first_year and :last_year
    and (:role = 'all' or role = :role)
    and (:family = 'all' or family in (select code from family where code = :family or family_group = :family))
)
select p.municipality_id, p.unit_id
from chosen c
join lies_in p on p.unit_id = c.unit_id and p.borders = :borders
left join municipality_on m on m.borders = p.borders and m.municipality_id = p.municipality_id
where p.kind = 'municipality' and (:size = 'all' or p.municipality_id is null or m.size_class = :size)
