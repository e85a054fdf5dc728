import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import gongkai_office.notices.models


class Migration(migrations.Migration):

    dependencies = [
        ('notices', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Sending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organ', models.BigIntegerField(null=True)),
                ('subject', models.CharField(max_length=120)),
                ('text', models.TextField(blank=True)),
                ('outside', models.CharField(blank=True, max_length=200)),
                ('link', models.CharField(blank=True, max_length=300)),
                ('urgent', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={'ordering': ('-pk',)},
        ),
        migrations.AddIndex(model_name='sending', index=models.Index(fields=['by', '-id'], name='sending_by')),
        migrations.AddIndex(model_name='sending', index=models.Index(fields=['organ', '-id'], name='sending_of_organ')),
        *(migrations.RemoveField(model_name='notice', name=name) for name in ('by', 'organ', 'subject', 'text', 'link', 'urgent', 'created_at')),
        migrations.AddField(
            model_name='notice',
            name='sending',
            field=models.ForeignKey(default=0, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='notices.sending'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='delivery',
            name='key',
            field=models.CharField(default=gongkai_office.notices.models.new_key, max_length=32, unique=True),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.UniqueConstraint(fields=('sending', 'to'), name='one_notice_a_person'),
        ),
    ]
