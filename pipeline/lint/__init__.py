"""A paper's layout against Nghị định 30/2020/NĐ-CP, Phụ lục I: rule, place, what is, what should be."""
