@echo off
rem SPDX-License-Identifier: Apache-2.0
rem For this user only; no rights of an administrator are needed.
setlocal
chcp 65001 >nul
reg add "HKCU\Software\Microsoft\Windows\CurrentVersion\Run" /v Gorizont /t REG_SZ /d "cmd.exe /c start \"Gorizont\" /min \"%~dp0gorizont.cmd\" run" /f >nul
if errorlevel 1 (
    echo Не удалось. / It failed.
) else (
    echo Узел будет запускаться при входе в систему. / The node will start at logon.
)
pause
