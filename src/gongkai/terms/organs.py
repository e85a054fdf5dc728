"""What names of administrative organs end in (行政机关名称), from the longest; articles 4, 10 and 54."""

GOVERNMENTS = ("人民政府",)
COMMITTEES = ("管理委员会", "管委会")
DEPARTMENTS = (
    "人民政府办公厅",
    "人民政府办公室",
    "办公厅",
    "办公室",
    "街道办事处",
    "办事处",
    "委员会",
    "管理局",
    "监督局",
    "分局",
    "局",
    "厅",
    "委",
    "行政公署",
    "行署",
    "执法大队",
    "支队",
    "总队",
    "大队",
    "中心",
    "行",
    "院",
)
KINDS = (*DEPARTMENTS, *GOVERNMENTS, *COMMITTEES)
