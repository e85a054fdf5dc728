"""Chinese sentences of running the site."""

NOT_A_FLAG = "环境变量 {name} 只能是 1（开）或 0（关），现在是“{said}”。"
NOT_A_NUMBER = "环境变量 {name} 应当是整数，现在是“{said}”。"
NO_KEY = (
    "没有设置 {name}，或者不足 50 个字符。新装的，请先运行：gongkai-office setup；"
    "已经安装的，用环境变量 GONGKAI_ENV_FILE 指明设置文件，或者用 GONGKAI_DATA 指明数据文件夹。"
)
NOT_ONE_OF = "环境变量 {name} 只能是 {known} 之一，现在是“{said}”。"
NOT_A_NETWORK = "环境变量 {name} 应当是用逗号分隔的地址或网段（如 127.0.0.1,10.0.0.0/24）：{said}"
COMMA = "、"
UNREADABLE_FILE = "不能读取设置文件 {place}：{why}。请检查文件是否存在、当前用户是否有权读取。"
NOT_A_LINE = "设置文件 {place} 第 {number} 行不是“名称=值”的写法。"
BAD_DATABASE_URL = (
    "环境变量 DATABASE_URL 写得不对：{why}。应当是 postgres://用户:口令@主机:5432/数据库名；"
    "口令里的 @、/、: 等字符要写成百分号编码。"
)

# gongkai-office without a command, or with --help.
HELP = """\
政府信息公开工作系统

用法：gongkai-office 命令 [选项]

安装和运行
  setup         第一次安装或升级后运行：生成密钥，建立或升级数据库，收集静态文件
  serve         启动网站和后台任务（--help 看选项）
  work          只启动后台任务进程（多台机器时用）
  key           打印一个随机密钥
  check         检查设置和程序是否完好

数据
  backup        备份数据库和上传的文件，写成一个文件并核验
  restore       从备份恢复（只恢复到空的系统，除非 --replace）
  drill         恢复演练：把最近一份备份恢复到临时数据库并核对
  migrate       建立或升级数据库
  move_database 改用 PostgreSQL：把 SQLite 数据库复制到空的 PostgreSQL 数据库

其他
  demo          生成演示用的虚构城市
  help 命令     某个命令的用法
  --version     程序的版本
{more}
设置写在环境变量或设置文件里，见 docs/reference/settings.md。
"""
MORE = "\n其余命令：{names}\n"
PROBLEM = "错误：{sentence}"
UNKNOWN_COMMAND = "没有“{name}”这个命令。gongkai-office --help 列出全部命令。"

KEY_HELP = "打印一个随机密钥，每次不同，不写进任何文件。"
MIGRATE_HELP = "建立或升级数据库。已有数据的，先备份；setup 也会做，另外收集静态文件。"
FOLDER, NAME, ADDRESS, PORT = "文件夹", "名称", "地址", "端口"

# setup
SETUP_HELP = "第一次安装或升级后运行：生成密钥（已有的不动），建立或升级数据库，收集静态文件。"
SETUP_DATA = "数据文件夹；默认取环境变量 GONGKAI_DATA，否则为当前文件夹下的 data"
SETUP_ORGAN = "新装时建立的最上级机关的全称，同时建立系统、安全、审计三个管理员，显示一次性口令（只显示一次）"
SETUP_LEVEL = "最上级机关的层级：nation、province、city（默认）、county、township"
HAS_ORGANS = "系统里已有机关，没有另建。缺管理员的，用 gongkai-office create_administrators。"
ORGAN_MADE = "已建立最上级机关：{organ}"
ADMINISTRATORS_MADE = "三个管理员的账号和一次性口令（只显示这一次，登录后须更换，请分别交给三个人）："
KEYS_WRITTEN = "密钥已写入 {place}（只有当前用户能读）。请把它和备份分开、妥善保存：丢失后日志中的摘要无法核对。"
KEYS_LOST = (
    "{data} 里已经有数据，但是找不到密钥。请把原来的设置文件放回 {place}，或者用 GONGKAI_ENV_FILE 指明它在哪里；"
    "不要生成新的密钥。"
)
HALF_THE_KEYS = "设置了 {there}，却没有 {missing}。请补上；已有数据的，两个都要用原来的。"
DATABASE_READY = "数据库已就绪：{database}"
STATIC_READY = "静态文件已就绪：{place}"
NEXT = """
接下来：
{steps}
正式使用前请读“正式运行”（docs/how-to/run-in-production.md，离线安装包里是 docs/run-in-production.md）。"""
NEXT_ORGAN = "建立最上级机关和三个管理员：{command} setup --organ 机关全称 --level county"
NEXT_SERVE = "启动：{command} serve"
NEXT_OPEN = "用浏览器打开 http://{host}:{port}/"
STEP = "  {number}. {says}"

# serve
SERVE_HELP = "启动网站和后台任务；用 Ctrl-C 或者 systemctl stop 停止，处理完手头的请求才退出。"
SERVE_HOST = "监听的地址，默认取 GONGKAI_HOST"
SERVE_PORT = "监听的端口，默认取 GONGKAI_PORT"
SERVE_NO_WORKER = "不启动后台任务进程（多台机器、任务在别处运行时）"
SERVE_MIGRATE = "启动前先升级数据库"
SERVING = "网站已启动：http://{host}:{port}/（按 Ctrl-C 停止）"
CHILD_DIED = "进程“{name}”意外退出（{code}），{seconds} 秒后重新启动。"
CHILD_STARTED = "进程“{name}”已启动（{pid}）。"
CHILD_KILLED = "进程“{name}”没有按时退出，已强制结束。"
STOPPING = "正在停止……"
WEB = "网页"
WORKER = "后台任务"
PORT_TAKEN = "地址 {host}:{port} 不能监听：{why}。可能已有程序在用这个端口；{instead}"
OTHER_PORT = "换一个：gongkai-office serve --port 端口"
IN_USE = "系统正在运行（{data} 被占用）。请先停止服务。"

# What goes wrong with folders and databases.
NOT_WRITABLE = "不能写入文件夹 {place}：{why}。请建立它并让当前用户（{user}）可写，或者用 GONGKAI_DATA 另指一个。"
UNMIGRATED = "数据库还没有建立或升级（缺 {count} 步）。请先备份，再运行：gongkai-office setup"
NEWER_DATABASE = "数据库比程序新（有 {names}）。请安装与之相配或更新的版本。"
DATABASE_TROUBLES = (
    ("password authentication failed", "数据库拒绝了用户名或口令。请核对 DATABASE_URL。"),
    ("no password supplied", "数据库要求口令，而 DATABASE_URL 里没有写。"),
    ("Connection refused", "连不上数据库：{where} 没有程序在监听。请确认 PostgreSQL 已启动、地址和端口无误。"),
    ("could not translate host name", "找不到数据库主机 {where}。请核对 DATABASE_URL 里的主机名。"),
    ("Name or service not known", "找不到数据库主机 {where}。请核对 DATABASE_URL 里的主机名。"),
    ("failed to resolve host", "找不到数据库主机 {where}。请核对 DATABASE_URL 里的主机名。"),
    ("timeout", "连接数据库 {where} 超时。请检查网络和防火墙。"),
    ('relation "', "数据库还没有建立或升级。请运行：gongkai-office setup"),
    ('role "', "数据库没有这个用户，或者用户没有相应的权限：{detail}"),
    ("does not exist", "数据库还没有建立：{detail}。请先建库，再运行 gongkai-office setup。"),
    ("permission denied", "数据库用户没有相应的权限：{detail}"),
    ("no pg_hba.conf entry", "数据库不接受从本机来的连接，请在 pg_hba.conf 里允许：{detail}"),
    ("too many connections", "数据库的连接已满。请减少进程数，或者调大 max_connections。"),
    ("remaining connection slots", "数据库的连接已满。请减少进程数，或者调大 max_connections。"),
    ("unable to open database file", "不能打开数据库文件 {where}。请检查文件夹是否存在、当前用户是否可写。"),
    ("readonly database", "数据库文件 {where} 不可写。请检查文件和文件夹的属主。"),
    ("file is not a database", "{where} 不是数据库文件，或者已经损坏。请从备份恢复。"),
    ("malformed", "数据库文件 {where} 已经损坏。请停止服务，从备份恢复：gongkai-office restore"),
    ("no such table", "数据库还没有建立。请运行：gongkai-office setup"),
    ("database is locked", "数据库正被占用。请稍后再试；若一直如此，看看有没有别的程序打开了它。"),
)
DATABASE_TROUBLE = "数据库出错（{where}）：{detail}"
SQLITE = "SQLite，{place}"
POSTGRESQL = "PostgreSQL，{host}:{port}/{name}"
BAD_STORAGE = (
    "环境变量 GONGKAI_STORAGE 写作文件夹，或 s3://桶名?endpoint=网址"
    "（还可有 region、addressing=auto|path|virtual、prefix），现在是“{said}”。"
)

# Signing in
ISSUER = "政府信息公开"  # what a phone calls this site
NO_ADDRESS = "设置了 GONGKAI_OIDC_CLIENT_ID（统一身份认证），还须设置环境变量 {name}。"
NOT_A_TIME = "环境变量 {name} 应当是时刻，如 21:00，现在是“{said}”。"
NO_QUIET = (
    "GONGKAI_QUIET_FROM 与 GONGKAI_QUIET_TO 都是 {said:%H:%M}，看不出免打扰是哪一段。"
    "开始晚于结束的是夜间（如 21:00 至 08:00），早于结束的是当天的一段（如 12:00 至 14:00）。"
)
BAD_GATEWAY = (
    "短信网关的设置不全：GONGKAI_SMS_GATEWAY 应当是 http 或 https 网址，并须设置 GONGKAI_SMS_GATEWAY_KEY。"
)
