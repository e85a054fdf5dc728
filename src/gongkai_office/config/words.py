"""Chinese sentences of running the site."""

NOT_A_FLAG = "环境变量 {name} 只能是 1（开）或 0（关），现在是“{said}”。"
NOT_A_NUMBER = "环境变量 {name} 应当是整数，现在是“{said}”。"
NO_KEY = "请设置环境变量 {name}：一串 50 个以上字符的随机文字。生成一串：gongkai-office key"
UNKNOWN_DIGEST = "环境变量 {name} 指定的摘要算法“{said}”在本机不可用；可用的有：{known}。"
