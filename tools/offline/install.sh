#!/bin/sh
# 在没有网络的机器上安装政府信息公开工作系统。用法见 README.txt，或：sh install.sh --help
set -eu

VERSION='@VERSION@'
MACHINE='@MACHINE@'
NEEDED='@PYTHON@'
TO=/opt/gongkai
DATA=/var/lib/gongkai
SETTINGS=/etc/gongkai/office.env
SERVICE=no

say() { printf '%s\n' "$*"; }
fail() { printf '错误：%s\n' "$*" >&2; exit 1; }

usage() {
    cat <<END
用法：sh install.sh [--to 文件夹] [--data 文件夹] [--service]

  --to 文件夹     程序装到哪里（默认 $TO）
  --data 文件夹   数据文件夹，只和 --service 一起用（默认 $DATA）
  --service       同时建立运行服务的用户 gongkai、数据文件夹、设置文件 $SETTINGS
                  和 systemd 服务 gongkai.service（要 root；不会自动启动）

Python $NEEDED 不在 PATH 里的，用 PYTHON 指明：PYTHON=/usr/local/bin/python$NEEDED sh install.sh
END
}

while [ $# -gt 0 ]; do
    case $1 in
        --to) [ $# -gt 1 ] || fail '--to 后面要写文件夹。'; TO=$2; shift 2 ;;
        --data) [ $# -gt 1 ] || fail '--data 后面要写文件夹。'; DATA=$2; shift 2 ;;
        --service) SERVICE=yes; shift ;;
        -h|--help) usage; exit 0 ;;
        *) usage >&2; fail "不认识的选项：$1" ;;
    esac
done

HERE=$(cd "$(dirname "$0")" && pwd)
cd "$HERE"

[ "$(uname -m)" = "$MACHINE" ] || fail "这个安装包用于 $MACHINE，本机是 $(uname -m)。请换用相应的安装包。"

find_python() {
    for candidate in "${PYTHON:-}" "python$NEEDED" python3; do
        [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 || continue
        if "$candidate" -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$NEEDED')" 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}
FOUND=$(find_python) || fail "没有找到 Python $NEEDED。请先安装（Debian 12 自带；麒麟、统信见 docs/domestic-platforms.md），或者用 PYTHON= 指明它在哪里。"
"$FOUND" -c 'import ensurepip, venv' 2>/dev/null || fail "Python 缺少 venv。Debian 请安装 python3-venv；自行编译的请确认带有 ensurepip 和 ssl、sqlite3 模块。"
"$FOUND" -c 'import sqlite3, ssl' 2>/dev/null || fail "Python 缺少 sqlite3 或 ssl 模块。请安装完整的 Python $NEEDED。"

if [ "$SERVICE" = yes ] && [ "$(id -u)" -ne 0 ]; then
    fail '--service 要用 root 运行：sudo sh install.sh --service'
fi

if command -v sha256sum >/dev/null 2>&1; then
    sha256sum --quiet -c SHA256SUMS || fail '文件与 SHA256SUMS 不符，可能拷贝时损坏或者被改动。请重新拷贝。'
    say '文件完好。'
fi

PLACE=$TO/versions/$VERSION
mkdir -p "$TO/versions" 2>/dev/null || fail "不能写入 $TO。请用 root 运行，或者用 --to 换一个文件夹。"
[ -w "$TO/versions" ] || fail "不能写入 $TO。请用 root 运行，或者用 --to 换一个文件夹。"
say "正在安装 $VERSION 到 $PLACE ……"
# 装不成就把原来的放回去，不留半个。
rm -rf "$PLACE.old"
[ ! -e "$PLACE" ] || mv "$PLACE" "$PLACE.old"
undo() { rm -rf "$PLACE"; [ ! -e "$PLACE.old" ] || mv "$PLACE.old" "$PLACE"; }
trap 'undo; exit 1' HUP INT TERM
"$FOUND" -m venv "$PLACE" || { undo; fail '不能建立 Python 环境，原因见上。'; }
"$PLACE/bin/python" -m pip --disable-pip-version-check --quiet --isolated install \
    --no-index --no-cache-dir --find-links "$HERE/wheels" --no-deps --require-hashes --requirement requirements.txt ||
    { undo; fail '安装没有完成，原因见上。'; }
rm -rf "$PLACE.old"
trap - HUP INT TERM
ln -sfn "versions/$VERSION" "$TO/current.new"
mv -T "$TO/current.new" "$TO/current"
COMMAND=$TO/current/bin/gongkai-office
"$COMMAND" --help >/dev/null || fail "装好了，但是不能运行：$COMMAND"

if [ "$SERVICE" = yes ]; then
    id gongkai >/dev/null 2>&1 || useradd --system --home-dir "$DATA" --shell /usr/sbin/nologin gongkai
    mkdir -p "$DATA" "$(dirname "$SETTINGS")"
    chown gongkai: "$DATA"
    chmod 700 "$DATA"
    if [ ! -e "$SETTINGS" ]; then
        (
            umask 077
            cat > "$SETTINGS" <<END
# 政府信息公开工作系统的设置，全部设置项见 settings.md。密钥请另存一份，与备份分开放。
GONGKAI_DATA=$DATA
GONGKAI_SECRET_KEY=$("$COMMAND" key)
GONGKAI_LOG_KEY=$("$COMMAND" key)
END
        )
        chown root:gongkai "$SETTINGS"
        chmod 640 "$SETTINGS"
        say "设置文件：$SETTINGS（内有新生成的密钥）"
    else
        say "设置文件 $SETTINGS 已存在，没有改动。"
    fi
    sed "s|@TO@|$TO|g; s|@DATA@|$DATA|g" gongkai.service > /etc/systemd/system/gongkai.service
    command -v systemctl >/dev/null 2>&1 && systemctl daemon-reload 2>/dev/null || true
    say '
装好了。接下来：
  1. 建立数据库（升级时也运行）：runuser -u gongkai -- '"$COMMAND"' setup
  2. 启动并设为开机启动：        systemctl enable --now gongkai
  3. 看是否正常：                curl http://127.0.0.1:8000/readyz
  4. 配置域名、证书、备份：      见 docs/run-in-production.md'
else
    say '
装好了。接下来：
  1. 建立数据文件夹、密钥和数据库：'"$COMMAND"' setup --data 数据文件夹
  2. 按提示启动。正式使用请加 --service 重新运行本脚本，并读 docs/run-in-production.md。'
fi
