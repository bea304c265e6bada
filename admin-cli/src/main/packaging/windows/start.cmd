@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Starts the node and opens its pages; where there is no school yet, those on which it is set up. Opens them when it runs already.
setlocal
chcp 65001 >nul
title Горизонт
if not defined GORIZONT_DATA set "GORIZONT_DATA=%LOCALAPPDATA%\Gorizont"
call "%~dp0gorizont.cmd" run --open
if errorlevel 1 goto failed
exit /b 0
:failed
pause
exit /b 1
