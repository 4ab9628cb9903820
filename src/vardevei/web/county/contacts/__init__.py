"""The county's contacts: as a list, by spreadsheet, vacant ones, bounced addresses."""
