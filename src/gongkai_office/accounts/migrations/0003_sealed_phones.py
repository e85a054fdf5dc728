"""The keys of phones are sealed, those that are there too."""

from django.db import migrations

from gongkai_office.accounts.seals import is_sealed, seal, unseal


def seal_all(apps, schema_editor):
    for phone in apps.get_model("otp_totp", "TOTPDevice").objects.all():
        if not is_sealed(phone.key):
            phone.key = seal(bytes.fromhex(phone.key), owner=phone.user_id)
            phone.save(update_fields=["key"])


def unseal_all(apps, schema_editor):
    for phone in apps.get_model("otp_totp", "TOTPDevice").objects.all():
        phone.key = unseal(phone.key, owner=phone.user_id).hex()
        phone.save(update_fields=["key"])


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_account_reset"),
        ("otp_totp", "0003_add_timestamps"),
    ]

    operations = [
        migrations.CreateModel(
            name="Phone",
            fields=[],
            options={"proxy": True, "indexes": [], "constraints": []},
            bases=("otp_totp.totpdevice",),
        ),
        migrations.RunPython(seal_all, unseal_all),
    ]
